// SPDX-License-Identifier: Apache-2.0
//
// VirtioBalloon takes memory from the guest as commands say: VIRTIO 1.2, section 5.5.

#pragma once

#include "generated/objects/virtio_balloon.h"

#include "vm/devices/virtio/virtio_device.h"

namespace vm {

class VirtioBalloon final : public VirtioCard<api::VirtioBalloonProps, api::VirtioBalloonState> {
 public:
  explicit VirtioBalloon(Platform& platform);

  uint16_t device_id() const override;
  void on_loaded() override;

  // For commands; with the machine lock held.

  /// What the guest has.
  uint64_t actual() const;

  /// What it is to have.
  uint64_t target() const;
  void set_target(uint64_t bytes);

 protected:
  std::vector<uint16_t> queue_sizes() const override;
  uint64_t own_features() const override;
  std::vector<uint8_t> config() const override;
  void on_config_written(uint64_t offset, std::span<const uint8_t> bytes) override;
  void on_driver_reset() override;
  void on_power_on() override;
  void handle_queue(unsigned queue) override;
  Result<> on_realize() override;
  Result<> on_property_changed(std::string_view name) override;
  void on_unrealize() override;

 private:
  uint64_t memory_size() const;
  void take_pages(unsigned queue, bool are_given);
  void take_reports(unsigned queue);
  void drop(uint64_t at, uint64_t size) const;
  void take_stats(unsigned queue);
  void ask_for_stats();
  void poll_later();

  Timer poll_;
};

}  // namespace vm
