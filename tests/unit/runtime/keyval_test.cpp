// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/keyval.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"

namespace {

using testing::HasSubstr;

/// The JSON, or the error.
std::string parsed(std::string_view text, std::string_view implied_key = {}) {
  const qapi::Result<qapi::Json> json = qapi::parse_arguments(text, implied_key);
  return json ? qapi::encoded(*json) : json.error().desc;
}

TEST(Keyval, NestsDottedKeys) {
  EXPECT_EQ(
      parsed("a=b,c.d=1,c.e.f=x=y,list.1=q,list.0=p"),
      R"({"a":"b","c":{"d":"1","e":{"f":"x=y"}},"list":["p","q"]})"
  );
  EXPECT_EQ(parsed("cpus.0.isa=a,cpus.1.isa=b"), R"({"cpus":[{"isa":"a"},{"isa":"b"}]})");
  EXPECT_EQ(parsed(""), "{}");
  EXPECT_EQ(parsed("a="), R"({"a":""})");
}

TEST(Keyval, TakesTheFirstKeyAsImplied) {
  EXPECT_EQ(parsed("uart,id=u0", "driver"), R"({"driver":"uart","id":"u0"})");
  EXPECT_EQ(parsed("driver=uart,id=u0", "driver"), R"({"driver":"uart","id":"u0"})");
  EXPECT_EQ(parsed("/tmp/a=b,x=1", "file"), R"({"file":"/tmp/a=b","x":"1"})");
  EXPECT_EQ(parsed("unix:/tmp/a", "listen"), R"({"listen":"unix:/tmp/a"})");
}

TEST(Keyval, DoublesCommasToBeLiteral) {
  EXPECT_EQ(parsed("a=1,,2,b=,,,,"), R"({"a":"1,2","b":",,"})");
  EXPECT_EQ(parsed("x,,y,b=1", "a"), R"({"a":"x,y","b":"1"})");
}

TEST(Keyval, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(parsed("a=1,b"), "at character 5: 'b' is not of the form key=value");
  EXPECT_EQ(parsed("uart"), "at character 1: 'uart' is not of the form key=value");
  EXPECT_EQ(parsed("uart,u0", "driver"), "at character 6: 'u0' is not of the form key=value");
  EXPECT_EQ(parsed("a=1,a=2"), "at character 5: 'a' is given twice");
  EXPECT_EQ(parsed("x,a=2", "a"), "at character 3: 'a' is given twice");
  EXPECT_EQ(parsed("a=1,a.b=2"), "at character 5: 'a.b' is within something that has a value");
  EXPECT_EQ(parsed("a.b=1,a=2"), "at character 7: 'a' has members already");
  EXPECT_EQ(parsed("a..b=1"), "at character 1: 'a..b' is not a key");
  EXPECT_EQ(parsed("=1"), "at character 1: '' is not a key");
  EXPECT_EQ(parsed("a=1,"), "at character 5: '' is not of the form key=value");
  EXPECT_EQ(parsed("l.0=a,l.2=b"), "'l.1' is missing, but there is 'l.2'");
  EXPECT_EQ(parsed("l.1=a"), "'l.0' is missing, but there is 'l.1'");
  EXPECT_EQ(parsed("l.0=a,l.x=b"), "'l' has both numbered and named members");
  EXPECT_EQ(parsed("l.00=a,l.0=b"), "'l' has both numbered and named members");
  EXPECT_THAT(parsed(std::string(128, 'k') + "=1"), HasSubstr("is not a key"));
}

TEST(Keyval, TakesJson) {
  EXPECT_EQ(parsed(R"({"a": [1, {"b": null}]})"), R"({"a":[1,{"b":null}]})");
  EXPECT_EQ(parsed(R"(["x", "y"])", "list"), R"({"list":["x","y"]})");
  EXPECT_EQ(parsed(R"(["x"])"), "1:1: expected an object");
  EXPECT_EQ(parsed(R"({"a": 1)"), "1:8: object - unexpected end of input; expected '}'");
}

TEST(Keyval, ReadsFiles) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("keyval-" + std::to_string(::getpid()));
  std::ofstream(path) << "# a device\ndriver=uart\n\n  id=u0,\n";
  EXPECT_EQ(parsed("@" + path), R"({"driver":"uart","id":"u0"})");
  std::ofstream(path) << "// a device\n{\"driver\": \"uart\"}\n";
  EXPECT_EQ(parsed("@" + path), R"({"driver":"uart"})");
  std::ofstream(path) << "{\"driver\":\n x}";
  EXPECT_THAT(parsed("@" + path), HasSubstr(path + ": 2:2: "));
  std::filesystem::remove(path);
  EXPECT_EQ(parsed("@" + path), path + ": No such file or directory");
}

}  // namespace
