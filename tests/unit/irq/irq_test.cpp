// SPDX-License-Identifier: Apache-2.0

#include "vm/irq/irq.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace vm {
namespace {

class Sink final : public IrqSink {
 public:
  void irq_input(unsigned port, unsigned index, bool level) override {
    log += fmt::format("{}[{}]={} ", port, index, level ? 1 : 0);
  }

  std::string log;
};

TEST(Irq, AnOutputTellsItsInputsOnlyOfChanges) {
  Sink sink;
  IrqOutput output;
  output.connect({&sink, 0, 3});
  output.connect({&sink, 1, 4});
  output.set(false);
  output.set(true);
  output.set(true);
  output.set(false);
  EXPECT_EQ(sink.log, "0[3]=1 1[4]=1 0[3]=0 1[4]=0 ");
}

TEST(Irq, APulseIsBothChanges) {
  Sink sink;
  IrqOutput output;
  output.connect({&sink, 0, 0});
  output.pulse();
  EXPECT_EQ(sink.log, "0[0]=1 0[0]=0 ");
}

TEST(Irq, AnInputFollowsTheWireThatIsPluggedAndPulled) {
  Sink sink;
  IrqOutput output;
  output.set(true);
  output.connect({&sink, 0, 1});
  output.disconnect({&sink, 0, 1});
  output.set(false);
  EXPECT_EQ(sink.log, "0[1]=1 0[1]=0 ");
  EXPECT_TRUE(output.inputs().empty());
}

}  // namespace
}  // namespace vm
