/*
Committees for everybody: pages without script. They hold decisions that were marked public, once their minutes are locked, how many actions are done, the purses of the
fund, and scores of bodies that both sides gave; no seat, no person, no item of an agenda.
*/
import { type Language, dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicCommittee } from './public-committee.ts'
import { type Say, moneyText, sayIn } from './page-words.ts'

interface Asked {
  readonly language: Language
  readonly today: string
}
export function committeesPage(committees: readonly PublicCommittee[], { language, today }: Asked): Html {
  const say = sayIn(language)
  return documentPage({
    ...{ title: say('extract.title'), language },
    body: html`<h1>${say('extract.title')}</h1>
      <p>${say('extract.lead')}</p>
      ${committees.length === 0 ? html`<p>${say('extract.none')}</p>` : null}
      ${committees.map(
        (one) =>
          html`<h2><a href="/committees/${one.id}?language=${language}">${one.code} · ${one.name}</a></h2>
            <p>${say(`committee.level.${one.level}`)}, ${one.areaName}</p>
            ${health(one, { say, language })}`,
      )}`,
    footer: html`<p>${say('extract.footer', { day: today })}</p>`,
  })
}
function health(one: PublicCommittee, { say, language }: { readonly say: Say; readonly language: Language }): Html {
  const { index } = one
  return html`${one.withdrawals.map((gone) => html`<p class="note">${say('extract.impaired', { name: gone.name, day: gone.on })}</p>`)}
    <p>
      ${index.index === null ? say('extract.index.none') : say('extract.index', { value: numberText(language, Math.round(index.index * 100)) })}
      <span class="small">
        ${(['held', 'quorum', 'actions'] as const)
          .map((part) =>
            say('committee.pair', {
              label: say(`index.${part}`),
              value: index[part].share === null ? say('index.nothing') : say(part === 'held' ? 'index.held.of' : 'index.of', index[part]),
            }),
          )
          .join(' · ')}
        · ${say('extract.index.rule', { parts: index.parts })}
      </span>
    </p>
    <p>${say('committee.pair', { label: say('extract.actions'), value: say('extract.actions.counts', one.actions) })}</p>`
}
export function committeePage(one: PublicCommittee, { language, today }: Asked): Html {
  const say = sayIn(language)
  const legal = [
    say(`committee.basis.${one.legal.basis}`),
    one.legal.number ?? '',
    one.legal.date === undefined ? '' : dateText(one.legal.date),
  ]
  return documentPage({
    ...{ title: one.code, language },
    body: html`<p><a href="/committees?language=${language}">${say('extract.title')}</a></p>
      <h1>${one.name}</h1>
      <p>${one.code} · ${say(`committee.level.${one.level}`)}, ${one.areaName}</p>
      ${health(one, { say, language })}
      <table>
        <tr>
          <th scope="row">${say('extract.legal')}</th>
          <td>${legal.filter((part) => part !== '').join(' · ')}</td>
        </tr>
        <tr>
          <th scope="row">${say('extract.mandate')}</th>
          <td>${one.mandate}</td>
        </tr>
        <tr>
          <th scope="row">${say('extract.components')}</th>
          <td>${one.components.join(', ')}</td>
        </tr>
      </table>
      <h2>${say('extract.decisions')}</h2>
      ${one.decisions.length === 0 ? html`<p>${say('extract.decisions.none')}</p>` : null}
      ${one.decisions.map(
        (decision) =>
          html`<p>
            <b>${decision.number}</b> · ${say(`decision.${decision.kind}`)} · ${dateText(decision.on)}<br />${decision.text}
            ${decision.actions.map(
              (action) =>
                html`<br /><span class="small"
                    >${say('committee.pair', { label: action.number, value: say(`action.status.${action.status}`) })}, ${say('page.due')}
                    ${dateText(action.due)}</span
                  >`,
            )}
          </p>`,
      )}
      <p class="small">${say('extract.decisions.rule')}</p>
      ${money(one, { say, language })} ${scores(one, say)}`,
    footer: html`<p>${say('extract.footer', { day: today })}</p>`,
  })
}
function money({ purses }: PublicCommittee, { say, language }: { readonly say: Say; readonly language: Language }): Html | null {
  if (purses.length === 0) return null
  const text = (amount: number): string => moneyText(language, amount)
  return html`<h2>${say('extract.fund')}</h2>
    ${purses.map(
      ({ currency, received, spent, balance }) =>
        html`<p>${say('extract.fund.line', { currency, received: text(received), spent: text(spent), balance: text(balance) })}</p>`,
    )}`
}
function scores({ promises }: PublicCommittee, say: Say): Html | null {
  const told = promises.filter((one) => one.quarters.length > 0)
  if (told.length === 0) return null
  return html`<h2>${say('extract.scores')}</h2>
    ${told.map(
      ({ holder, beneficiary, text, quarters }) =>
        html`<p>
          ${say('extract.score', { holder, beneficiary, text })}
          ${quarters.map(({ quarter, a, b }) => html`<br /><span class="small">${say('extract.score.line', { quarter, a, b })}</span>`)}
        </p>`,
    )}`
}
