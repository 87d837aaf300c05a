#ifndef QAPI_LIBGIT2_SOCKET_STREAM_H
#define QAPI_LIBGIT2_SOCKET_STREAM_H

#include <errno.h>
#include <fcntl.h>
#include <git2.h>
#include <git2/sys/stream.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/// A TCP stream of ours, so that a limit can be set on a connection from outside: libgit2 1.5 has no timeout at all.
///
/// The first four members repeat the layout of libgit2 1.5's own socket stream, because its SSH transport reads the
/// socket straight out of it. Register this stream only with that version.
struct qapi_socket_stream {
  git_stream parent;
  char *host;
  char *port;
  int socket;
};

static inline int qapi_wait_for_connect(int socket, int timeout_milliseconds) {
  struct pollfd waiting = {.fd = socket, .events = POLLOUT};
  int ready = poll(&waiting, 1, timeout_milliseconds);
  if (ready == 0) return ETIMEDOUT;
  if (ready < 0) return errno;
  int failure = 0;
  socklen_t length = sizeof failure;
  if (getsockopt(socket, SOL_SOCKET, SO_ERROR, &failure, &length) < 0) return errno;
  return failure;
}

/// Connects to the first address that answers.
///
/// Returns a blocking socket, or -1 with one sentence in `reason`. Each address gets `timeout_milliseconds`.
static inline int qapi_tcp_connect(
    const char *host, const char *port, int timeout_milliseconds, char *reason, size_t reason_size) {
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC};
  struct addrinfo *addresses = NULL;
  int failure = getaddrinfo(host, port, &hints, &addresses);
  if (failure != 0) {
    snprintf(reason, reason_size, "no address for %s: %s", host, gai_strerror(failure));
    return -1;
  }
  int connected = -1;
  for (struct addrinfo *address = addresses; address != NULL; address = address->ai_next) {
    int flags = SOCK_CLOEXEC | SOCK_NONBLOCK;
    int candidate = socket(address->ai_family, address->ai_socktype | flags, address->ai_protocol);
    if (candidate < 0) {
      failure = errno;
      continue;
    }
    failure = connect(candidate, address->ai_addr, address->ai_addrlen) == 0 ? 0 : errno;
    if (failure == EINPROGRESS) failure = qapi_wait_for_connect(candidate, timeout_milliseconds);
    if (failure == 0 && fcntl(candidate, F_SETFL, fcntl(candidate, F_GETFL) & ~O_NONBLOCK) == 0) {
      connected = candidate;
      break;
    }
    close(candidate);
  }
  freeaddrinfo(addresses);
  if (connected < 0) {
    snprintf(reason, reason_size, "cannot connect to %s port %s: %s", host, port, strerror(failure));
    return -1;
  }
  int on = 1;
  setsockopt(connected, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(connected, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  return connected;
}

/// Bytes that came in and were acknowledged as going out over this TCP connection so far, whoever read them.
///
/// The kernel's `struct tcp_info` is read by offset (fixed for ever by its binary interface, Linux 4.1 and later): the
/// C library's copy of the struct ends before these two members, and the kernel's own header cannot be included beside it.
static inline int qapi_tcp_byte_counts(int socket, uint64_t *received, uint64_t *sent) {
  enum { sent_offset = 120, received_offset = 128, needed = 136 };
  unsigned char info[512];
  socklen_t length = sizeof info;
  if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, info, &length) < 0 || length < needed) return -1;
  memcpy(sent, info + sent_offset, sizeof *sent);
  memcpy(received, info + received_offset, sizeof *received);
  return 0;
}

#endif
