/*
The frame of every page that the server writes itself: one inline style sheet, no script, no picture from elsewhere, readable
in sunlight and on paper. Modules fill the body.
*/
import { type Html, escapeHtml } from './html.ts'

export interface DocumentPage {
  readonly title: string
  readonly language: 'fr' | 'en'
  readonly body: Html
  /** Small print under the page: source, freshness. */
  readonly footer?: Html
  /** Further rules, e.g. the layout of a printed certificate. */
  readonly style?: string
  /** A page in more languages than the office's says which one it is, and links the others itself. */
  readonly further?: { readonly language: string; readonly links: Html }
}

const STYLE = `:root{--paper:#fbfaf6;--ink:#1b2422;--muted:#5d6864;--line:#dedbd1;--accent:#0f5c5c;--green:#26734a;--yellow:#8a6400;--red:#a8231c;--blue:#2a5aa0;--none:#66706c;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#11181a;--ink:#e8edeb;--muted:#a0aba7;--line:#2b373a;--accent:#6fc2bd;--green:#7ccf9d;--yellow:#f0c75e;--red:#f29a93;--blue:#9cc0f2;--none:#a0aba7}}
*{box-sizing:border-box}body{margin:0 auto;max-width:860px;padding:20px 16px 40px;font:16px/1.55 "Noto Sans",system-ui,sans-serif;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
h1{font-size:25px;line-height:1.25;margin:.3em 0}h2{font-size:18px;margin:1.5em 0 .4em}a{color:var(--accent)}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 10px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}td{overflow-wrap:anywhere}th{font-weight:600;color:var(--muted)}
.status{display:inline-block;padding:3px 12px;border-radius:99px;border:1.5px solid currentColor;font-weight:600}.lapsed{border-style:dashed}.green{color:var(--green)}.yellow{color:var(--yellow)}.red{color:var(--red)}.blue{color:var(--blue)}.none{color:var(--none)}
.small,footer,.source{font-size:14px;color:var(--muted)}.note{border-left:4px solid var(--yellow);padding:8px 14px;margin:14px 0}nav.languages{text-align:right;font-size:14px}:focus-visible{outline:3px solid #d9822b;outline-offset:2px}
@media print{:root{--paper:#fff;--ink:#000;--line:#999}nav.languages{display:none}body{max-width:none;padding:0}@page{size:A4;margin:16mm}}`

const SPECIMEN = { fr: 'Démonstration : tout est inventé, sans aucune valeur', en: 'Demonstration: all of it is invented, of no value' }
const SPECIMEN_STYLE =
  'position:fixed;inset:auto 0 auto 0;top:42%;margin:0;text-align:center;font:700 34px/1.2 "Noto Sans",system-ui,sans-serif;color:#a8231c;opacity:.28;transform:rotate(-24deg);pointer-events:none'

/** Writes across a page, on the screen and on paper, that it belongs to a demonstration. */
export function markAsSpecimen(page: string): string {
  const words = SPECIMEN[page.includes('<html lang="en"') ? 'en' : 'fr']
  return page.replace(/<body([^>]*)>/, `<body$1><p style='${SPECIMEN_STYLE}'>${words}</p>`)
}

/** A whole HTML document; the language links keep the address and change `?language=`. */
export function documentPage({ title, language, body, footer, style, further }: DocumentPage): Html {
  const other = language === 'fr' ? { code: 'en', name: 'English' } : { code: 'fr', name: 'Français' }
  const links = further?.links.html ?? `<a href="?language=${other.code}" hreflang="${other.code}" lang="${other.code}">${other.name}</a>`
  return {
    html: `<!doctype html><html lang="${further?.language ?? language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} · Chanzo</title><style>${STYLE}${style ?? ''}</style></head><body><nav class="languages">${links}</nav><main>${body.html}</main>${footer ? `<footer>${footer.html}</footer>` : ''}</body></html>`,
  }
}
