// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/riscv_cluster.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/devices/riscv_hart.h"
#include "vm/object/object_factory.h"
#include "vm/object/platform.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

// Inputs of a hart by the cluster's input: msi, mti, mei, sei, ssi.
constexpr unsigned kHartInputs[] = {
    static_cast<unsigned>(api::RiscvHartPort::kMsip),
    static_cast<unsigned>(api::RiscvHartPort::kMtip),
    static_cast<unsigned>(api::RiscvHartPort::kMeip),
    static_cast<unsigned>(api::RiscvHartPort::kSeip),
    static_cast<unsigned>(api::RiscvHartPort::kSsip),
};

}  // namespace

Result<> RiscvCluster::on_configure() {
  TRY(Device::on_configure());
  for (uint32_t i = 0; i < props_.count; ++i) {
    TRY(make_hart(i));
  }
  return {};
}

Result<> RiscvCluster::make_hart(uint32_t index) {
  auto object = TRY(platform_.factory().create("riscv-hart"));
  Object* hart = TRY(add_child(fmt::format("hart[{}]", index), std::move(object)));
  const std::pair<std::string_view, qapi::Json> properties[] = {
      {"isa", props_.isa},
      {"hartid", props_.hartid_base + index},
      {"space", props_.space.path},
      {"reset-vector", props_.reset_vector},
      {"supervisor", props_.supervisor},
      {"timebase-frequency", props_.timebase_frequency},
  };
  for (const auto& [name, value] : properties) {
    TRY(set_property(*hart, name, value, qapi::Spelling::Json));
  }
  TRY(hart->configure());
  harts_.push_back(static_cast<RiscvHart*>(hart));
  return {};
}

void RiscvCluster::irq_input(unsigned port, unsigned index, bool level) {
  harts_[index]->irq_input(kHartInputs[port], 0, level);
}

Result<std::unique_ptr<Object>> create_riscv_cluster(Platform& platform) {
  return std::make_unique<RiscvCluster>(platform);
}

}  // namespace vm
