// SPDX-License-Identifier: Apache-2.0
//
// The one place with state outside of objects: a signal handler can reach nothing else, and a
// terminal left in raw mode is what people remember of a program that crashed.

#include "vm/backends/terminal.h"

#include <array>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace vm {
namespace {

// Signals that end the process unless somebody handles them.
constexpr std::array kFatal =
    {SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTERM};

struct Saved {
  termios settings;
  termios raw;
  volatile sig_atomic_t is_raw;
};

Saved saved;

void restore() {
  if (saved.is_raw != 0) tcsetattr(STDIN_FILENO, TCSANOW, &saved.settings);
}

void restore_and_end(int signal) {
  restore();
  // The action was reset when we were called: this time it ends the process.
  raise(signal);
}

void set_raw_again(int) {
  if (saved.is_raw != 0) tcsetattr(STDIN_FILENO, TCSANOW, &saved.raw);
}

/// Leaves alone what somebody else handles: they end the process in order.
void handle(int signal, void (*handler)(int), int flags) {
  struct sigaction action {};
  if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(signal, &action, nullptr);
}

void handle_signals() {
  for (int signal : kFatal) {
    handle(signal, restore_and_end, static_cast<int>(SA_RESETHAND));
  }
  handle(SIGCONT, set_raw_again, SA_RESTART);
}

}  // namespace

bool Terminal::is_terminal() {
  return isatty(STDIN_FILENO) == 1;
}

std::optional<TerminalSize> Terminal::size() {
  winsize found{};
  if (ioctl(STDIN_FILENO, TIOCGWINSZ, &found) != 0 || found.ws_col == 0) return {};
  return TerminalSize{.columns = found.ws_col, .rows = found.ws_row};
}

void Terminal::enter_raw(bool keep_signals) {
  if (is_raw_ || !is_terminal() || tcgetattr(STDIN_FILENO, &saved.settings) != 0) return;
  saved.raw = saved.settings;
  cfmakeraw(&saved.raw);
  saved.raw.c_oflag |= OPOST;  // the emulator's own messages keep their line ends
  if (keep_signals) saved.raw.c_lflag |= ISIG;
  static const int registered = std::atexit(restore);
  (void)registered;
  handle_signals();
  saved.is_raw = 1;
  is_raw_ = true;
  tcsetattr(STDIN_FILENO, TCSANOW, &saved.raw);
}

void Terminal::leave_raw() {
  if (!is_raw_) return;
  restore();
  saved.is_raw = 0;
  is_raw_ = false;
}

}  // namespace vm
