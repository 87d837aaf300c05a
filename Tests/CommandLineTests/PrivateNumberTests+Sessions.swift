import Foundation

extension PrivateNumberTests {
  /// What they work on: a course, staff with their assignments, a session, and what was completed.
  static let sessionsPrepared: [Attempt] = [
    Attempt("d", "training course code=core title=Core hours=2 first=2020-01-01"),
    Attempt(
      "a", "training staff import - --yes",
      input: "code,hired,coordinator\nS1,2020-01-01,yes\nS2,2020-01-01,\nS3,2020-01-01,\n"),
    Attempt(
      "a", "training assignment import - --yes",
      input: "staff,first\nS1,2020-01-01\nS2,2020-01-01\nS3,2020-01-01\n"),
    Attempt("a", "training session course=core day=2024-03-05 seats=1"),
    Attempt("a", "training enrol latest S1 S2"),
    Attempt("a", "training completion add staff=S1 course=core day=2024-02-01"),
  ]

  /// Sessions, and what was completed. After ``sessionsPrepared``.
  static let sessions: [Attempt] = [
    Attempt("a", "training session add course=core day=2024-03-06", "place=\(text)"),
    Attempt("a", "training session edit latest", "note=\(text)"),
    Attempt("a", "training session import - --yes", input: "course,day,place\ncore,2024-03-06,\(text)\n"),
    Attempt("a", "training session move latest --day 2024-03-07 --reason", text),
    Attempt("a", "training session move latest --day 2024-03-07 --reason x --place", text),
    Attempt("a", "training session cancel latest --reason", text),
    Attempt("a", "training session remove latest", "-m", text),
    Attempt("a", "training session join latest latest", "-m", text),
    Attempt("a", "training enrol latest S3", "-m", text), Attempt("a", "training withdraw latest S1", "-m", text),
    Attempt("a", "training attend latest S1", "-m", text),
    Attempt("a", "training enter core 2024-03-08 S1 --place", text),
    Attempt(
      "a", "training sheet import - --make-sessions --yes",
      input: "course,day,place,staff\ncore,2024-03-09,\(text),S1\n"),
    Attempt("a", "training completion add staff=S1 course=core day=2024-03-10", "note=\(text)"),
    Attempt("a", "training completion void S1 core 2024-02-01 --reason", text),
    Attempt("a", "training completion reissue S1 core 2024-02-01 hours=1 --reason", text),
    Attempt("a", "training completion reissue S1 core 2024-02-01 --reason x", "note=\(text)"),
  ]
}
