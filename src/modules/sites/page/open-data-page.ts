/* The page of the open data: files, what they hold, what they do not, licence. */
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicDay } from '../domain/register/public-register.ts'
import { type Language, registerPage, speaker } from './page-parts.ts'

export function openDataPage(day: PublicDay, language: Language): Html {
  const say = speaker(language)
  const title = say('register.open-data')
  const body = html`<h1>${title}</h1>
    <p>${say('register.open-data.lead')}</p>
    <ul class="files">
      <li><a href="/register/sites.csv">${say('register.open-data.sites-csv')}</a></li>
      <li><a href="/register/sites.geojson">${say('register.open-data.sites-geojson')}</a></li>
      <li><a href="/register/orders.csv">${say('register.open-data.orders-csv')}</a></li>
    </ul>
    <h2>${say('register.open-data.what')}</h2>
    <p>${say('register.open-data.what.sites')}</p>
    <p>${say('register.open-data.geojson')}</p>
    <h2>${say('register.open-data.not')}</h2>
    <p>${say('register.open-data.not.what')}</p>
    <h2>${say('register.open-data.licence')}</h2>
    <p>${say('register.open-data.licence.text')}</p>`
  return registerPage({ title, language, body, day, at: 'open-data' })
}
