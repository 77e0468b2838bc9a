/** What somebody who means harm would write. */

/** Everything that a hostile customer could write into a field. */
export const HOSTILE =
  `<script>alert(1)</script>"' onerror=x \u202e& #read("/etc/passwd") $x$ *b* \u0007\u{1f4a5}`;
