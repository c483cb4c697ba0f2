// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/chardev_file.h"

#include <fcntl.h>

#include "vm/backends/chardev.h"
#include "vm/backends/descriptor.h"
#include "vm/backends/pump.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class ChardevFile final : public Typed<Chardev, api::ChardevFileProps, api::ChardevFileState> {
 public:
  explicit ChardevFile(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return "file:" + props_.out; }

 protected:
  Result<> on_realize() override {
    int flags = O_WRONLY | O_CREAT | (props_.append ? O_APPEND : O_TRUNC);
    out_ = TRY(open_descriptor(platform().loop(), props_.out, flags));
    if (props_.in) {
      auto in = TRY(open_descriptor(platform().loop(), *props_.in, O_RDONLY));
      reader_ = std::make_shared<ReadPump<Descriptor>>(
          std::move(in),
          ReadPump<Descriptor>::Ends{
              .room = [this] { return input_room(); },
              .deliver =
                  [this](const uint8_t* data, size_t size) {
                    deliver({data, size});
                  },
              .ended = [](const std::error_code&) {},
          }
      );
    }
    writer_ = std::make_shared<WritePump<Descriptor>>(
        out_,
        WritePump<Descriptor>::Ends{
            .take = [this](size_t most) { return take_output(most); },
            .ended = [this](const std::error_code& error) { writing_failed(error); },
        }
    );
    return {};
  }

  void on_unrealize() override {
    if (reader_ != nullptr) reader_->close();
    std::string rest = writer_->close() + drain_output();
    if (!has_failed_) write_rest(out_->native_handle(), rest);
    reader_ = nullptr;
    writer_ = nullptr;
    out_ = nullptr;
  }

  void on_output() override {
    if (has_failed_) {
      discard_output();
    } else if (writer_ != nullptr) {
      writer_->run();
    }
  }

  void on_input_wanted() override {
    if (reader_ != nullptr) reader_->run();
  }

 private:
  // A full disk must not stop the guest.
  void writing_failed(const std::error_code& error) {
    has_failed_ = true;
    platform().log_guest(path(), "cannot write '" + props_.out + "': " + error.message());
    discard_output();
  }

  std::shared_ptr<Descriptor> out_;
  std::shared_ptr<ReadPump<Descriptor>> reader_;
  std::shared_ptr<WritePump<Descriptor>> writer_;
  bool has_failed_ = false;
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_file(Platform& platform) {
  return std::make_unique<ChardevFile>(platform);
}

}  // namespace vm
