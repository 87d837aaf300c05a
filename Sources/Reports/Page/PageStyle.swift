/// How a page looks, and what it may do.
enum PageStyle {
  /// Nothing is fetched or run, and no style counts but `sheet`, which is named by its SHA-256.
  static let policy =
    "default-src 'none'; style-src '\(sheetHash)'; base-uri 'none'; form-action 'none'"

  /// Of the bytes of `sheet`; a test computes it anew.
  static let sheetHash = "sha256-TKBdY06iH88luiWScNqOoN617oZtdgiXt6TOuGVvZZI="

  /// Colours keep a contrast of at least 4.5 to 1, and nothing is said by colour alone: on paper it is black on white.
  static let sheet = """

    :root { --ink: #1f2933; --soft: #52606d; --rule: #c3cad2; --strong: #14344f; --shade: #eef2f5; }
    * { box-sizing: border-box; }
    html { font: 16px/1.5 "Public Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans",
      sans-serif; color: var(--ink); background: #fff; }
    body { margin: 0 auto; padding: 0 1.5rem 3rem; max-width: 64rem; }
    a { color: #0b5394; }
    :focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100rem; top: 0; padding: .5rem 1rem; background: #fff; }
    .skip:focus { left: 1rem; }
    header { margin: 2rem 0 1.5rem; padding-bottom: 1rem; border-bottom: 3px solid var(--strong); }
    header p { margin: .25rem 0 0; color: var(--soft); font-size: 1.0625rem; }
    h1, h2, h3, h4, h5, h6 { color: var(--strong); line-height: 1.25; overflow-wrap: anywhere; }
    h1 { margin: 0; font-size: 1.75rem; }
    h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); font-size: 1.375rem; }
    h3 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
    h4, h5, h6 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
    p, ul, ol, dl { margin: .5rem 0; max-width: 44rem; overflow-wrap: anywhere; }
    nav { margin: 1.5rem 0; padding: .75rem 1.25rem; border-left: 3px solid var(--rule); }
    nav ul { margin: 0; padding-left: 1.25rem; }
    .contents { margin: 0 0 .25rem; font-weight: 600; }
    dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0 1rem; padding: .25rem 0; }
    dt { font-weight: 600; }
    dd { margin: 0; min-height: 1.5em; }
    dd:empty { border-bottom: 1px solid var(--rule); }
    dl + .room { margin-top: -.5rem; }
    .line { height: 2rem; max-width: 44rem; border-bottom: 1px solid var(--rule); }
    .note { margin: 1rem 0; padding: .5rem 1rem; max-width: 46rem; background: var(--shade);
      border: 1px solid var(--rule); border-left: 5px solid var(--soft); }
    .note p { margin: .25rem 0; }
    .done { border-left-color: #1e6b3a; }
    .warning { border-left: 5px double #8a5300; }
    .problem { border-left: 8px solid #8a1c1c; }
    .wide, .figures { overflow-x: auto; margin: 1.25rem 0; }
    .wide table, .figures table { margin: 0; }
    table { width: 100%; margin: 1.25rem 0; border-collapse: collapse; font-size: .9375rem; line-height: 1.4;
      font-variant-numeric: tabular-nums; }
    caption, figcaption { padding: 0 0 .4rem; text-align: left; font-weight: 600; color: var(--strong); }
    th, td { padding: .4rem .6rem; border: 1px solid var(--rule); text-align: left; vertical-align: top;
      overflow-wrap: break-word; }
    thead { border-bottom: 2px solid var(--strong); }
    thead th, thead td { background: var(--shade); vertical-align: bottom; }
    th { font-weight: 600; }
    tbody th { min-width: 6.5em; font-weight: 500; }
    .group { text-align: center; }
    .number, .end { text-align: right; }
    td.number, .day { white-space: nowrap; }
    .total > * { border-top: 2px solid var(--strong); font-weight: 600; }
    .open > * { height: 3.25rem; }
    .open > :not(.end) { min-width: 7em; }
    .none { color: var(--soft); }
    .footnote { margin: -.75rem 0 1.25rem; font-size: .875rem; color: var(--soft); }
    .wide + .footnote, .figures + .footnote { margin-top: -.75rem; }
    figure { margin: 1.5rem 0 .5rem; }
    svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
    .halo { stroke: #fff; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
    footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .875rem;
      color: var(--soft); }
    @media (max-width: 40rem) {
      body { padding: 0 1rem 2rem; }
      dl > div { display: block; }
      th, td { padding: .3rem .4rem; overflow-wrap: anywhere; }
      .wide th, .wide td, .figures th, .figures td { overflow-wrap: break-word; }
    }
    @media screen and (max-width: 40rem) {
      .wide table { min-width: 38rem; }
      caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
    }
    @page { size: Letter; margin: .75in; }
    @media print {
      html { font-size: 10pt; color: #000; }
      body { max-width: none; padding: 0; }
      header { margin-top: 0; }
      .skip { display: none; }
      a { color: inherit; text-decoration: none; }
      h1, h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; color: #000; }
      p { orphans: 3; widows: 3; }
      p, ul, ol, dl, .note, .line { max-width: none; }
      .wide, .figures { overflow: visible; }
      table { font-size: 9pt; }
      th, td, .line, dd:empty { border-color: #666; }
      .many td.number { white-space: normal; }
      thead { display: table-header-group; }
      tbody tr:first-child { break-before: avoid; }
      tr, figure, .short, .note, .room, dl > div { break-inside: avoid; }
      .note { background: none; }
    }

    """
}
