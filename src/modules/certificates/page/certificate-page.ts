/*
What a stranger sees who types a certificate's number: whether it counts today, and the facts to compare with papers and bags.
No script, no person, no customs value, no buyer. The page says the same as the code on the paper; the code proves it. The code is
not on the page: it holds ICGLR identifiers, which spell out positions, and numbers can be guessed one after the other.
*/
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { CertificateStatus, CheckReport } from '../contract.ts'
import { checkPhrase } from '../domain/security/check-phrase.ts'
import { patternSvg } from './security.ts'
import { checkTitle, sayIn } from './words.ts'

export interface PublicCertificate {
  readonly number: string
  readonly status: CertificateStatus
  readonly issuerName: string
  readonly exporterName: string
  readonly lotNumber: string
  readonly mineralCode: string
  readonly massGrams: number
  readonly grade: string
  readonly origin: readonly string[]
  readonly sites: readonly { readonly label: string; readonly name: string }[]
  readonly tagCount: number
  readonly issuedOn: string
  readonly expiresOn: string
  readonly revokedOn: string | null
  readonly replacedBy: string | null
  readonly usedOn: string | null
  readonly keyStolenOn: string | null
  /** SHA-256 of the code: phrase and pattern, to be compared with the sheet. The code itself is not here. */
  readonly codeHash: Uint8Array
  /** All fifteen, as the public may read them. */
  readonly checks: readonly Pick<CheckReport, 'number' | 'result'>[]
  readonly rulebook: { readonly id: string; readonly hash: string }
}

export const colours: { readonly [status in CertificateStatus]: string } = {
  valid: 'green',
  used: 'blue',
  expired: 'none lapsed',
  revoked: 'red',
  replaced: 'red',
  provisional: 'yellow',
  withdrawn: 'red',
}
export const signs: { readonly [status in CertificateStatus]: string } = {
  valid: '●',
  used: '◆',
  expired: '○',
  revoked: '■',
  replaced: '■',
  provisional: '◐',
  withdrawn: '■',
}

/** Of a certificate that was issued: what was to be judged was judged, with a written reason. */
const resultWords = {
  passed: 'check-result.passed',
  failed: 'check-result.failed',
  review: 'certificate.check-judged',
  'not-yet-checked': 'certificate.check-open',
  'not-applicable': 'check-result.not-applicable',
} as const
const countsOf = (checks: PublicCertificate['checks']) => {
  const of = (result: CheckReport['result']): number => checks.filter((check) => check.result === result).length
  const facts = { all: checks.length, passed: of('passed'), judged: of('review') }
  return { ...facts, open: of('not-yet-checked'), others: of('not-applicable') + of('failed') }
}

/** The public page of one certificate, as of a day. */
export function certificatePage(
  certificate: PublicCertificate,
  { language, today }: { readonly language: 'fr' | 'en'; readonly today: string },
): Html {
  const say = sayIn(language)
  const row = (label: string, value: Html | string): Html =>
    html`<tr>
      <th scope="row">${label}</th>
      <td>${value}</td>
    </tr>`
  const { status, massGrams, checks } = certificate
  const judged = checks.some((check) => check.result === 'review')
  const body = html`<h1>${say('certificate.title', { number: certificate.number })}</h1>
    <p><span class="status ${colours[status]}">${signs[status]} ${say(`certificate.status.${status}`)}</span></p>
    <p>${statusSentence(certificate, language)} ${say('certificate.as-of', { asOf: today })}</p>
    <h2>${say('certificate.compare')}</h2>
    <table>
      ${row(say('certificate.lot'), certificate.lotNumber)} ${row(say('certificate.mass'), `${numberText(language, massGrams / 1000)} kg`)}
      ${row(say('certificate.mineral'), certificate.mineralCode)} ${row(say('certificate.grade'), certificate.grade)}
      ${row(say('certificate.tags'), numberText(language, certificate.tagCount))}
      ${row(say('certificate.exporter'), certificate.exporterName)}
      ${row(say('certificate.origin'), html`${certificate.origin.join(' · ')}${certificate.origin.includes('0') ? html` <span class="small">(${say('certificate.origin-unknown')})</span>` : null}`)}
      ${row(
        say('certificate.sites'),
        html`<ul>
          ${certificate.sites.map((site) => html`<li>${site.name} <span class="small">${site.label}</span></li>`)}
        </ul>`,
      )}
      ${row(say('certificate.issued'), dateText(certificate.issuedOn))} ${row(say('certificate.issuer'), certificate.issuerName)}
    </table>
    <h2>${say('certificate.checked')}</h2>
    <p>${say('certificate.checked-explain', countsOf(checks))}${judged ? ` ${say('certificate.checked-judged')}` : ''}</p>
    <table>
      ${checks.map(({ number, result }) => row(checkTitle(language, number), say(resultWords[result])))}
    </table>
    ${securityPart(certificate.codeHash, language)}
    <h2>${say('certificate.code')}</h2>
    <p>${say('certificate.code-explain')} <a href="/verify">${say('certificate.verify-here')}</a></p>
    <p><a href="/ledger/entry?number=${certificate.number}">${say('certificate.ledger')}</a></p>
    <p>
      <a href="/report?l=${language}">${say('certificate.report')}</a> ·
      <a href="/outcomes?language=${language}">${say('certificate.outcomes')}</a>
    </p>`
  const links = html`<h2>${say('certificate.programs')}</h2>
    <p>
      <a href="/credentials/certificates/${certificate.number}">${say('certificate.credential')}</a> ·
      <a href="/untp/0.6.0/certificates/${certificate.number}">${say('certificate.untp')}</a>
    </p>`
  const footer = html`${links}
    <p>${say('certificate.rulebook', { id: certificate.rulebook.id, hash: certificate.rulebook.hash.slice(0, 16) })}</p>`
  const style = 'ul{margin:0;padding-left:1.1em}'
  return documentPage({ title: say('certificate.title', { number: certificate.number }), language, body, footer, style })
}

/** What stands on the sheet too, to be compared by eye and by telephone. */
export function securityPart(codeHash: Uint8Array, language: 'fr' | 'en'): Html {
  const say = sayIn(language)
  const phrase = html`<p style="font-size:20px;font-weight:700;line-height:1.4">${checkPhrase(codeHash, language).join(' ')}</p>`
  return html`<h2>${say('certificate.phrase')}</h2>
    ${phrase}
    <p class="small">${say('certificate.phrase-explain')}</p>
    <h2>${say('certificate.pattern')}</h2>
    <div style="width:160px;background:#fff">${patternSvg(codeHash)}</div>
    <p class="small">${say('certificate.pattern-explain')}</p>`
}

function statusSentence(
  { status, expiresOn, revokedOn, replacedBy, usedOn, keyStolenOn }: PublicCertificate,
  language: 'fr' | 'en',
): string {
  const say = sayIn(language)
  if (replacedBy !== null) return say('certificate.status-replaced', { number: replacedBy })
  if (revokedOn === null && keyStolenOn !== null) return say('certificate.status-key-stolen', { on: keyStolenOn })
  if (status === 'revoked') return say('certificate.status-revoked', { on: revokedOn })
  if (usedOn !== null) return say('certificate.status-used', { on: usedOn })
  return say('certificate.status-until', { expiresOn })
}
