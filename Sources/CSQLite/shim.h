// The session functions are declared only where these two are defined; Debian's library is built with both.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <sqlite3.h>

/// `sqlite3_db_config` is variadic, and Swift cannot call it.
static inline int qapi_sqlite3_db_config_flag(sqlite3 *database, int option, int value) {
  int now = -1;
  return sqlite3_db_config(database, option, value, &now);
}
