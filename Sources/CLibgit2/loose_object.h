#ifndef QAPI_LIBGIT2_LOOSE_OBJECT_H
#define QAPI_LIBGIT2_LOOSE_OBJECT_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

/// Whether the file holds one whole zlib stream.
///
/// libgit2 1.5.1 reads a loose object whose stream is cut short in a loop without end; so ask this first.
/// Returns 1 if whole, 0 if cut short, damaged or larger than `maximum_size` once inflated, -1 if it cannot be read.
static inline int qapi_is_whole_zlib_file(const char *path, uint64_t maximum_size) {
  FILE *file = fopen(path, "re");
  if (file == NULL) return -1;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  int status = inflateInit(&stream);
  unsigned char input[16384], output[16384];
  while (status == Z_OK && stream.total_out <= maximum_size) {
    if (stream.avail_in == 0) {
      stream.next_in = input;
      stream.avail_in = (uInt)fread(input, 1, sizeof input, file);
      if (stream.avail_in == 0) break;
    }
    stream.next_out = output;
    stream.avail_out = sizeof output;
    status = inflate(&stream, Z_NO_FLUSH);
  }
  int is_whole = status == Z_STREAM_END && stream.total_out <= maximum_size;
  inflateEnd(&stream);
  int failed = ferror(file);
  fclose(file);
  return failed ? -1 : is_whole;
}

#endif
