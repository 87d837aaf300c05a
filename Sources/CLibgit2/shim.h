#ifndef QAPI_LIBGIT2_SHIM_H
#define QAPI_LIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/commit_graph.h>
#include <git2/sys/repository.h>
#include <git2/sys/stream.h>

/// `git_libgit2_opts` is variadic, and Swift cannot call it.
static inline int qapi_git_set_ssl_cert_locations(const char *file, const char *folder) {
  return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, folder);
}
static inline int qapi_git_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}
static inline int qapi_git_enable_fsync(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}
static inline int qapi_git_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}
static inline int qapi_git_set_pack_max_objects(size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, count);
}
static inline int qapi_git_set_pack_max_object_size(size_t byte_count) {
  return git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECT_SIZE, byte_count);
}
/// `git_error_set` is variadic too.
static inline void qapi_git_set_network_error(const char *message) {
  git_error_set(GIT_ERROR_NET, "%s", message);
}

#endif
