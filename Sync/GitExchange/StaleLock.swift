internal import CLibgit2
internal import Glibc

/// The lock file of a ref in a folder, left behind by a process that was killed while it moved the ref.
///
/// Git never takes such a file away, and every later move of the ref fails. Whoever pushes a branch of ours is its only
/// writer, so a lock that stays is nobody's; one that another program holds for a moment (packing of refs) goes by itself.
struct StaleLock {
  private let path: String

  /// How long a lock must stay the same file before it is taken away.
  static let patience: Duration = .seconds(2)

  /// - Parameter folder: a bare repository, or one with a work tree.
  init(ofRef ref: String, in folder: String) {
    let inside = folder + "/.git"
    path = (unsafe access(inside, F_OK) == 0 ? inside : folder) + "/" + ref + ".lock"
  }

  /// Waits until the lock is gone, or has been the same file for so long that its owner must be.
  func clear() {
    guard let first = identity() else { return }
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    while clock.now < end {
      usleep(50_000)
      guard identity() == first else { return }
    }
    unsafe unlink(path)
  }

  private struct Identity: Equatable {
    var inode: UInt64
    var seconds: Int
    var nanoseconds: Int
  }

  private func identity() -> Identity? {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return nil }
    return Identity(inode: UInt64(info.st_ino), seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
  }
}
