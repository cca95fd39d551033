/* What the hash of a code looks like on paper and on the public page: the pattern as SVG, and a band of it behind the head of the sheet. */
import { type Html, trustedHtml } from '../../../platform/http/html.ts'
import { microPattern } from '../domain/security/micro-pattern.ts'

/** Square, without a size of its own. */
export function patternSvg(sha256: Uint8Array): Html {
  const { lines, dots } = microPattern(sha256)
  const drawn = lines.map((line) => `<path d="${line}"/>`).join('')
  const spots = dots.map(({ x, y, isLarge }) => `<circle cx="${x}" cy="${y}" r="${isLarge ? 2.1 : 0.7}"/>`).join('')
  return trustedHtml(
    `<svg viewBox="0 0 100 100" xmlns="http://www.w3.org/2000/svg" role="img"><g fill="none" stroke="#0f5c5c" stroke-width=".28">${drawn}</g><g fill="#0f5c5c">${spots}</g></svg>`,
  )
}

/** The same lines, wide and pale, as a ground on which a changed word shows. */
export function groundSvg(sha256: Uint8Array): Html {
  const drawn = microPattern(sha256)
    .lines.map((line) => `<path d="${line}"/>`)
    .join('')
  return trustedHtml(
    `<svg class="ground" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><g fill="none" stroke="#0f5c5c" stroke-width=".22" opacity=".34">${drawn}</g></svg>`,
  )
}
