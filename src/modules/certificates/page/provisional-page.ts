/* What a stranger sees of a certificate that an office issued without network and that nobody has confirmed yet. No person, no buyer, no position. */
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { type PublicCertificate, colours, securityPart, signs } from './certificate-page.ts'
import { sayIn } from './words.ts'

export interface PublicProvisional extends Pick<
  PublicCertificate,
  'number' | 'issuerName' | 'exporterName' | 'lotNumber' | 'mineralCode' | 'massGrams' | 'issuedOn' | 'expiresOn' | 'codeHash'
> {
  readonly status: 'provisional' | 'withdrawn' | 'expired'
  readonly officeName: string
  readonly withdrawnOn: string | null
}

export function provisionalPage(
  sheet: PublicProvisional,
  { language, today }: { readonly language: 'fr' | 'en'; readonly today: string },
): Html {
  const say = sayIn(language)
  const { status, number } = sheet
  const sentence =
    status === 'withdrawn'
      ? say('certificate.status-withdrawn', { on: sheet.withdrawnOn ?? sheet.issuedOn })
      : say(status === 'expired' ? 'certificate.status-provisional-over' : 'certificate.status-provisional', { expiresOn: sheet.expiresOn })
  const lines: readonly (readonly [string, string])[] = [
    [say('certificate.lot'), sheet.lotNumber],
    [say('certificate.mass'), `${numberText(language, sheet.massGrams / 1000)} kg`],
    [say('certificate.mineral'), sheet.mineralCode],
    [say('certificate.exporter'), sheet.exporterName],
    [say('certificate.issued'), dateText(sheet.issuedOn)],
    [say('certificate.office'), sheet.officeName],
    [say('certificate.issuer'), sheet.issuerName],
  ]
  const body = html`<h1>${say('certificate.title', { number })}</h1>
    <p><span class="status ${colours[status]}">${signs[status]} ${say(`certificate.status.${status}`)}</span></p>
    <p>${sentence} ${say('certificate.as-of', { asOf: today })}</p>
    <h2>${say('certificate.compare')}</h2>
    <table>
      ${lines.map(
        ([label, value]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>
    ${securityPart(sheet.codeHash, language)}
    <p><a href="/verify">${say('certificate.verify-here')}</a></p>
    <p>
      <a href="/report?l=${language}">${say('certificate.report')}</a> ·
      <a href="/outcomes?language=${language}">${say('certificate.outcomes')}</a>
    </p>`
  return documentPage({ title: say('certificate.title', { number }), language, body })
}
