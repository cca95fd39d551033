/* The public list of orders, and one order with its annex. No signatory, no reason for a deviation, no narrative. */
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicOrder, PublicOrderPage, PublicOrders } from '../domain/register/public-register.ts'
import { type Language, type Say, dayIn, registerPage, shapes, speaker } from './page-parts.ts'

export function publicOrdersPage({ orders, ...day }: PublicOrders, language: Language): Html {
  const say = speaker(language)
  const title = say('register.orders.title')
  const heads = ['number', 'kind', 'signed', 'effective', 'until', 'sites', 'published'] as const
  const label = (head: (typeof heads)[number]): string => say(`register.order.${head}`)
  const body = html`<h1>${title}</h1>
    <p>${say('register.orders.lead')}</p>
    ${
      orders.length === 0
        ? html`<p class="note">${say('register.orders.none')}</p>`
        : html`<p>${say('register.orders.count', { n: orders.length })}</p>
            <table class="cards">
              <thead>
                <tr>
                  ${heads.map((head) => html`<th scope="col">${label(head)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${orders.map(
                  (order) =>
                    html`<tr>
                      <td data-label="${label('number')}">
                        <span
                          ><a href="/register/orders/${order.id}?language=${language}">${order.number}</a
                          >${annulled(order, say, language)}</span
                        >
                      </td>
                      <td data-label="${label('kind')}"><span>${say(`register.order.kind.${order.orderKind}`)}</span></td>
                      <td data-label="${label('signed')}"><span>${dayIn(order.signedOn, language)}</span></td>
                      <td data-label="${label('effective')}"><span>${dayIn(order.effectiveFrom, language)}</span></td>
                      <td data-label="${label('until')}"><span>${untilOf(order, say, language)}</span></td>
                      <td data-label="${label('sites')}"><span>${order.sites}</span></td>
                      <td data-label="${label('published')}"><span>${publishedOf(order, say, language)}</span></td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }`
  return registerPage({ title, language, body, day, at: 'orders' })
}

export function publicOrderPage({ order, annex, fingerprint, earlierFingerprints, ...day }: PublicOrderPage, language: Language): Html {
  const say = speaker(language)
  const title = say('register.order.title', { number: order.number })
  const row = (name: string, value: string): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${value}</td>
    </tr>`
  const body = html`<h1>${title}</h1>
    ${order.annulledOn === null ? null : html`<p class="note">${say('register.order.annulled', { day: dayIn(order.annulledOn, language) })}</p>`}
    <table>
      ${row(say('register.order.kind'), say(`register.order.kind.${order.orderKind}`))}
      ${row(say('register.order.signed'), dayIn(order.signedOn, language))}
      ${row(say('register.order.effective'), dayIn(order.effectiveFrom, language))}
      ${row(say('register.order.until'), untilOf(order, say, language))}
      ${row(say('register.order.published'), publishedOf(order, say, language))}
      ${order.publicationReference === null ? null : row(say('register.order.reference'), order.publicationReference)}
      ${row(say('register.order.legal-basis'), order.legalBasis.join(' ; '))} ${row(say('register.order.fingerprint'), fingerprint)}
      ${row(say('register.order.fingerprint.earlier'), earlierFingerprints.join(' ; '))}
    </table>
    <h2>${say('register.order.annex')}</h2>
    <table>
      ${annex.map(
        (line) =>
          html`<tr>
            <td>
              <a href="/site/${encodeURIComponent(line.nationalId)}?language=${language}">${line.name}</a>
              <span class="small">${line.nationalId}</span>
            </td>
            <td><span class="status ${line.colour}">${shapes[line.colour]} ${say(`page.colour.${line.colour}`)}</span></td>
          </tr>`,
      )}
    </table>`
  return registerPage({ title, language, body, day, at: null })
}

const annulled = ({ annulledOn }: PublicOrder, say: Say, language: Language): Html =>
  annulledOn === null
    ? html``
    : html`<br /><span class="small">${say('register.order.annulled', { day: dayIn(annulledOn, language) })}</span>`
const untilOf = ({ until }: PublicOrder, say: Say, language: Language): string =>
  until === null ? say('register.order.until.rule') : dayIn(until, language)
const publishedOf = ({ publishedOn }: PublicOrder, say: Say, language: Language): string =>
  publishedOn === null ? say('register.order.not-published') : dayIn(publishedOn, language)
