// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/call.h"

#include <new>
#include <utility>
#include <vector>

#include "runtime/json/decode.h"
#include "runtime/json/type.h"

namespace qapi {
namespace {

/// The struct of a command's arguments; nothing for a command without.
class Arguments {
 public:
  explicit Arguments(const Type* type) : type_(type) {
    if (type_ == nullptr) return;
    const Lifetime& lifetime = type_->lifetime();
    value_ = ::operator new (lifetime.size, std::align_val_t{lifetime.alignment});
    lifetime.construct(value_);
  }
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  ~Arguments() {
    if (type_ == nullptr) return;
    type_->lifetime().destroy(value_);
    ::operator delete (value_, std::align_val_t{type_->lifetime().alignment});
  }

  const void* value() const { return value_; }
  void* value() { return value_; }

  Result<> decode(const Reader& arguments) {
    std::vector<Error> errors;
    const Reader in(arguments.json(), arguments.spelling(), errors, arguments.compat());
    if (type_ == nullptr) {
      ObjectReader(in).finish();
    } else {
      type_->decode(in, value_);
    }
    if (!errors.empty()) return tl::unexpected(combine(std::move(errors)));
    return {};
  }

 private:
  const Type* type_;
  void* value_ = nullptr;
};

}  // namespace

Result<Answer> call(const Command& command, Context& context, const Reader& arguments) {
  Arguments decoded(command.arguments);
  TRY(decoded.decode(arguments));
  return command.run(context, decoded.value());
}

Result<> check_arguments(const Command& command, const Reader& arguments) {
  return Arguments(command.arguments).decode(arguments);
}

std::string normalized_arguments(const Command& command, const Reader& arguments) {
  Arguments decoded(command.arguments);
  if (command.arguments == nullptr || !decoded.decode(arguments)) return "{}";
  std::string text;
  Writer out(text);
  command.arguments->encode(out, decoded.value());
  return text;
}

std::string normalized(const Type& type, const Reader& value) {
  Arguments decoded(&type);
  if (!type.decode(value, decoded.value())) return "null";
  std::string text;
  Writer out(text);
  type.encode(out, decoded.value());
  return text;
}

}  // namespace qapi
