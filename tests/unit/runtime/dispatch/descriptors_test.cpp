// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/descriptors.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "runtime/dispatch/undo.h"

namespace {

using qapi::ClientDescriptors;
using qapi::Descriptors;
using qapi::Fd;
using qapi::SharedFd;
using qapi::UndoLog;

SharedFd open_null(int flags) {
  return std::make_shared<const Fd>(::open("/dev/null", flags | O_CLOEXEC));
}

bool is_open(int fd) {
  return ::fcntl(fd, F_GETFD) >= 0;
}

class DescriptorsTest : public testing::Test {
 protected:
  DescriptorsTest() { descriptors_.set_client(client_); }

  /// Hands one over, and gives its number.
  int receive(int flags = O_RDONLY) {
    client_->receive({open_null(flags)});
    return client_->received[0]->get();
  }

  UndoLog undo_;
  Descriptors descriptors_{undo_};
  std::shared_ptr<ClientDescriptors> client_ = std::make_shared<ClientDescriptors>();
};

TEST_F(DescriptorsTest, TakesBackWhatFails) {
  const int first = receive();
  ASSERT_TRUE(descriptors_.name("a"));
  const int second = receive();
  {
    UndoLog::Scope scope(undo_);
    ASSERT_TRUE(descriptors_.name("a"));
    ASSERT_TRUE(descriptors_.take("a"));
    ASSERT_FALSE(descriptors_.close("a"));
  }
  EXPECT_EQ(client_->named.at("a")->get(), first);
  ASSERT_EQ(client_->received.size(), 1u);
  EXPECT_EQ(client_->received[0]->get(), second);
  EXPECT_TRUE(is_open(first) && is_open(second));
}

TEST_F(DescriptorsTest, ClosesWhatIsReplacedOnceThatIsCertain) {
  const int first = receive();
  ASSERT_TRUE(descriptors_.name("a"));
  receive();
  UndoLog::Scope scope(undo_);
  {
    UndoLog::Scope inner(undo_);
    ASSERT_TRUE(descriptors_.name("a"));
    inner.commit();
  }
  EXPECT_TRUE(is_open(first));
  scope.commit();
}

TEST_F(DescriptorsTest, TakesBackChangesOfSets) {
  const int fd = receive();
  {
    UndoLog::Scope scope(undo_);
    ASSERT_TRUE(descriptors_.add(3, "text", {}));
  }
  EXPECT_TRUE(descriptors_.sets().empty());
  EXPECT_EQ(client_->received.size(), 1u);
  ASSERT_TRUE(descriptors_.add(3, "text", {}));
  {
    UndoLog::Scope scope(undo_);
    ASSERT_TRUE(descriptors_.remove(3, {}));
    EXPECT_TRUE(descriptors_.sets().empty());
  }
  ASSERT_EQ(descriptors_.sets().at(3).size(), 1u);
  EXPECT_EQ(descriptors_.sets().at(3)[0].fd->get(), fd);
  ASSERT_TRUE(descriptors_.remove(3, fd));
  EXPECT_FALSE(is_open(fd));
}

TEST_F(DescriptorsTest, OpensOfASetWhatFitsBest) {
  receive(O_RDWR);
  ASSERT_TRUE(descriptors_.add(0, {}, {}));
  ASSERT_TRUE(descriptors_.open("/dev/fdset/0", O_WRONLY));
  receive(O_WRONLY);
  ASSERT_TRUE(descriptors_.add(0, {}, {}));
  const auto opened = descriptors_.open("/dev/fdset/0", O_WRONLY);
  ASSERT_TRUE(opened);
  EXPECT_EQ(::fcntl(opened->get(), F_GETFL) & O_ACCMODE, O_WRONLY);
  EXPECT_NE(::fcntl(opened->get(), F_GETFD) & FD_CLOEXEC, 0);
  for (const char* path : {"/dev/fdset/", "/dev/fdset/1", "/dev/fdset/0x", "/dev/fdset/-1"}) {
    EXPECT_FALSE(descriptors_.open(path, O_WRONLY)) << path;
  }
}

TEST_F(DescriptorsTest, ForgetsAClientThatLeft) {
  const int named = receive();
  ASSERT_TRUE(descriptors_.name("a"));
  const int waiting = receive();
  client_->clear();
  EXPECT_FALSE(is_open(named) || is_open(waiting));
}

TEST_F(DescriptorsTest, TellsInheritedOnesFromItsOwn) {
  descriptors_.set_client(nullptr);
  const int own = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  EXPECT_FALSE(descriptors_.take(std::to_string(own)));
  EXPECT_TRUE(is_open(own));
  ::close(own);
  const int inherited = ::open("/dev/null", O_RDONLY);  // NOLINT(android-cloexec-open)
  const auto taken = descriptors_.take(std::to_string(inherited));
  ASSERT_TRUE(taken);
  EXPECT_TRUE(is_open(taken->get()));
  EXPECT_FALSE(descriptors_.take(std::to_string(inherited)));
}

}  // namespace
