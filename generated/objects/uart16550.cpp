// Generated from schema/devices/uart16550.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/uart16550.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, Uart16550State& value) {
  qapi::ObjectReader object(in);
  object.defaulted("divisor", value.divisor);
  object.defaulted("ier", value.ier);
  object.defaulted("fcr", value.fcr);
  object.defaulted("lcr", value.lcr);
  object.defaulted("mcr", value.mcr);
  object.defaulted("scr", value.scr);
  object.defaulted("msr-delta", value.msr_delta);
  object.defaulted("rx-fifo", value.rx_fifo);
  object.defaulted("rx-count", value.rx_count);
  object.defaulted("tx-fifo", value.tx_fifo);
  object.defaulted("tx-count", value.tx_count);
  object.defaulted("overrun-error", value.overrun_error);
  object.defaulted("thre-pending", value.thre_pending);
  object.defaulted("timeout-pending", value.timeout_pending);
  return object.finish();
}

void encode(qapi::Writer& out, const Uart16550State& value) {
  qapi::ObjectWriter object(out);
  object.member("divisor", value.divisor);
  object.member("ier", value.ier);
  object.member("fcr", value.fcr);
  object.member("lcr", value.lcr);
  object.member("mcr", value.mcr);
  object.member("scr", value.scr);
  object.member("msr-delta", value.msr_delta);
  object.member("rx-fifo", value.rx_fifo);
  object.member("rx-count", value.rx_count);
  object.member("tx-fifo", value.tx_fifo);
  object.member("tx-count", value.tx_count);
  object.member("overrun-error", value.overrun_error);
  object.member("thre-pending", value.thre_pending);
  object.member("timeout-pending", value.timeout_pending);
}

}  // namespace api
