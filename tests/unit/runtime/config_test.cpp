// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/config.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/runtime/support/sample.h"

namespace {

using sample::KettlePhase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Config : public testing::Test {
 protected:
  Config() {
    std::string name = std::filesystem::temp_directory_path() / "config-XXXXXX";
    directory_ = ::mkdtemp(name.data());
  }
  ~Config() override { std::filesystem::remove_all(directory_); }

  std::string write(const std::string& name, std::string_view text) {
    std::string path = directory_ + "/" + name;
    std::ofstream(path) << text;
    return path;
  }

  /// The faults without the directory; empty when it was applied.
  std::vector<std::string> apply(const std::string& path) {
    const qapi::Result<> result = qapi::apply_config(program_.dispatcher, path);
    if (result) return {};
    std::vector<std::string> faults{shortened(result.error().desc)};
    for (const qapi::Error& error : result.error().more) {
      faults.push_back(shortened(error.desc));
    }
    return faults;
  }

  std::string shortened(std::string text) const {
    for (size_t at = text.find(directory_ + "/"); at != text.npos;
         at = text.find(directory_ + "/")) {
      text.erase(at, directory_.size() + 1);
    }
    return text;
  }

  std::string directory_;
  sample::Program program_;
};

TEST_F(Config, AppliesSectionsInTheOrderOfPhases) {
  const std::string path = write("a.json", R"(// tea
{
  "$schema": "kettle.schema.json",
  "spices": ["ginger", {"name": "clove", "grams": 2}],
  "water": {"water": "some", "amount": "1K"}
})");
  EXPECT_THAT(apply(path), IsEmpty());
  EXPECT_THAT(
      program_.kettle.calls,
      ElementsAre("fill some", "light", "add-spice ginger", "add-spice clove")
  );
}

TEST_F(Config, TellsAllFaultsAtOnceAndDoesNothing) {
  const std::string path = write("a.json", R"({
  "water": {"amount": "lots"},
  "spcies": [],
  "spices": [
    {"name": "ginger", "grams": 300},
    "clove",
    {"from": [1, "x"]}
  ]
})");
  EXPECT_THAT(
      apply(path),
      ElementsAre(
          "a.json:3:3: /spcies: unknown section 'spcies'; did you mean 'spices'?",
          "a.json:2:12: /water/water: Parameter 'water' is missing",
          "a.json:2:23: /water/amount: Parameter 'amount' is 'lots'; it must be a size such as "
          "4096, '0x1000', '4K' or '1G'",
          "a.json:5:33: /spices/0/grams: Parameter 'grams' is 300; it must be -128 to 127",
          "a.json:7:5: /spices/2/name: Parameter 'name' is missing",
          "a.json:7:15: /spices/2/from/0: Invalid parameter type for 'from[0]', expected: string"
      )
  );
  EXPECT_THAT(program_.kettle.calls, IsEmpty());
}

TEST_F(Config, IsAppliedWholeOrNotAtAll) {
  const std::string path = write("a.json", R"({"water": "some",
  "spices": ["ginger", "salt"]})");
  EXPECT_THAT(apply(path), ElementsAre("a.json:2:24: /spices/1: salt in tea"));
  EXPECT_EQ(program_.now(), sample::phase(KettlePhase::Empty));
  EXPECT_EQ(program_.kettle.water, "");
  EXPECT_THAT(program_.kettle.spices, IsEmpty());
}

TEST_F(Config, SaysWhereTheSyntaxIsWrong) {
  EXPECT_THAT(
      apply(write("a.json", "{\n  \"water\": ,\n}")),
      ElementsAre(HasSubstr("a.json:2:12: unexpected ','"))
  );
  EXPECT_THAT(apply(write("a.json", "[]")), ElementsAre("a.json:1:1: expected an object"));
  EXPECT_THAT(
      apply(write("a.json", "{\"spices\": {}}")),
      ElementsAre("a.json:1:12: /spices: expected a list")
  );
  EXPECT_THAT(
      apply(write("a.json", "{\"water\": 1}")),
      ElementsAre("a.json:1:11: /water/water: Invalid parameter type for 'water', expected: string")
  );
  EXPECT_THAT(
      apply(directory_ + "/none.json"),
      ElementsAre("none.json: No such file or directory")
  );
}

TEST_F(Config, ExtendsAnotherFile) {
  std::filesystem::create_directory(directory_ + "/sub");
  write("sub/base.json", R"({"water": {"water": "some", "amount": 1}, "spices": ["ginger"]})");
  const std::string path = write(
      "a.json",
      R"({"extends": "sub/base.json", "water": {"water": "other"}, "spices": ["clove"]})"
  );
  EXPECT_THAT(apply(path), IsEmpty());
  EXPECT_THAT(
      program_.kettle.calls,
      ElementsAre("fill other", "light", "add-spice ginger", "add-spice clove")
  );
}

TEST_F(Config, NamesTheFileThatAFaultIsIn) {
  write("base.json", R"({"water": {"water": "some"},
  "spices": [{"name": 1}]})");
  const std::string path = write("a.json", R"({"extends": "base.json",
  "water": {"amount": "x"},
  "spices": [{"name": 2}]})");
  EXPECT_THAT(
      apply(path),
      ElementsAre(
          HasSubstr("a.json:2:23: /water/amount: "),
          HasSubstr("base.json:2:23: /spices/0/name: "),
          HasSubstr("a.json:3:23: /spices/1/name: ")
      )
  );
}

TEST_F(Config, ExtendsSeveralFilesOneOnTopOfTheOther) {
  write("common.json", R"({"water": {"water": "some"}, "spices": ["salt-free"]})");
  write("b.json", R"({"extends": "common.json", "spices": ["ginger"]})");
  write("c.json", R"({"extends": "common.json", "water": {"amount": 2}, "spices": ["clove"]})");
  EXPECT_THAT(apply(write("a.json", R"({"extends": ["b.json", "c.json"]})")), IsEmpty());
  EXPECT_THAT(
      program_.kettle.calls,
      ElementsAre(
          "fill some",
          "light",
          "add-spice salt-free",
          "add-spice ginger",
          "add-spice clove"
      )
  );
}

TEST_F(Config, RefusesFilesThatExtendThemselves) {
  write("b.json", R"({"extends": "c.json"})");
  write("c.json", R"({"extends": ["a.json"]})");
  const std::string path = write("a.json", R"({"extends": "b.json"})");
  EXPECT_THAT(
      apply(path),
      ElementsAre("c.json:1:14: /extends/0: a cycle: a.json -> b.json -> c.json -> a.json")
  );
  EXPECT_THAT(
      apply(write("self.json", R"({"extends": "self.json"})")),
      ElementsAre("self.json:1:13: /extends: a cycle: self.json -> self.json")
  );
}

TEST_F(Config, TellsAllThatKeepsFilesFromBeingRead) {
  write("bad.json", "{,}");
  const std::string path = write("a.json", R"({"extends": ["none.json", 7, "bad.json"],
  "water": {"water": "${env:NO_SUCH_VARIABLE}"}})");
  EXPECT_THAT(
      apply(path),
      ElementsAre(
          "a.json:2:22: /water/water: the environment has no variable 'NO_SUCH_VARIABLE'; "
          "${env:NO_SUCH_VARIABLE:-TEXT} has a default",
          "a.json:1:14: /extends/0: none.json: No such file or directory",
          "a.json:1:27: /extends/1: expected the path of a file",
          HasSubstr("bad.json:1:2: ")
      )
  );
}

TEST_F(Config, TakesTextFromTheEnvironment) {
  ::setenv("KETTLE_WATER", "rain", 1);
  const std::string path = write(
      "a.json",
      R"({"water": {"water": "${env:KETTLE_WATER} ${env:NO_SUCH:-or tap} $${x}"}})"
  );
  EXPECT_THAT(apply(path), IsEmpty());
  EXPECT_EQ(program_.kettle.water, "rain or tap ${x}");
}

}  // namespace
