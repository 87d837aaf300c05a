#include <zlib.h>

/// `deflateInit2` and `inflateInit2` are macros, and Swift cannot call them.
static inline int qapi_deflate_init(z_stream *stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
}
static inline int qapi_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
