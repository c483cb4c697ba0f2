// SPDX-License-Identifier: Apache-2.0
//
// A file in a fw-cfg.

#include "generated/objects/fw_cfg_item.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "vm/devices/fw_cfg.h"

namespace vm {
namespace {

class FwCfgItem final : public Typed<Device, api::FwCfgItemProps, api::FwCfgItemState> {
 public:
  void reset() override {}

 protected:
  Result<> on_realize() override {
    TRY(Device::on_realize());
    owner_ = props_.fw_cfg.get<FwCfg>();
    if (owner_ == nullptr) return fail(path() + ": 'fw-cfg' must name the device that has it");
    if (props_.item_name.empty()) return fail(path() + ": 'item-name' must be given");
    FwCfg::Bytes bytes = TRY(contents());
    return owner_->add_file(props_.item_name, std::move(bytes));
  }

  void on_unrealize() override {
    owner_->remove_file(props_.item_name);
    owner_ = nullptr;
    Device::on_unrealize();
  }

 private:
  Result<FwCfg::Bytes> contents() const {
    if (props_.file.has_value() == props_.string.has_value())
      return fail(path() + ": give either 'file' or 'string'");
    if (props_.string) return FwCfg::Bytes(props_.string->begin(), props_.string->end());
    std::ifstream file(*props_.file, std::ios::binary);
    FwCfg::Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad())
      return fail(fmt::format("{}: {}: {}", path(), *props_.file, std::strerror(errno)));
    return bytes;
  }

  FwCfg* owner_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<Object>> create_fw_cfg_item(Platform&) {
  return std::make_unique<FwCfgItem>();
}

}  // namespace vm
