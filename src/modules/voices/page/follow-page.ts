/* What a person with a code reads: how far it is, what is public of it, the messages of both sides, and a field for more. */
import { html } from '../../../platform/http/html.ts'
import type { VoiceLanguage } from '../contract.ts'
import type { ToldState } from '../domain/status.ts'
import { spaced } from '../domain/receipt-code.ts'
import { voicePage } from './frame.ts'
import { LANGUAGE_NAMES, dayText, say } from './words.ts'

export function askPage({ language, isWrong }: { readonly language: VoiceLanguage; readonly isWrong: boolean }): string {
  const t = say(language)
  const body = html`<h1>${t('follow')}</h1>
    ${isWrong ? html`<p class="n">${t('follow.wrong')}</p>` : null}
    <form method="post" action="/report/follow" autocomplete="off">
      <input type="hidden" name="l" value="${language}" />
      <label
        ><span class="l">${t('follow.code')}</span><input type="text" name="code" inputmode="numeric" autocomplete="off" maxlength="40"
      /></label>
      <button>${t('follow.ask')}</button>
    </form>
    <p><a href="/report?l=${language}">${t('report.link')}</a> · <a href="/outcomes?language=${language}">${t('outcomes.link')}</a></p>`
  return voicePage({ title: t('follow'), language, path: '/report/follow', body })
}

export interface Followed {
  readonly state: ToldState
  readonly receivedOn: string
  /** Words that are public already. */
  readonly outcome: readonly string[]
  readonly publicFrom: string | null
  /** How many facts the reporter added, and when last: it shows that they arrived. */
  readonly facts: number
  readonly lastFactOn: string | null
  /** Answers of the desk. What the reporter wrote is not shown back: who finds a code must not read it. */
  readonly messages: readonly { readonly onDay: string; readonly text: string }[]
}
export function followPage({
  language,
  code,
  followed,
  wasAdded,
}: {
  readonly language: VoiceLanguage
  readonly code: string
  readonly followed: Followed
  readonly wasAdded: boolean
}): string {
  const t = say(language)
  // By form and not by address: a code in an address stays in the history of the telephone.
  const others = LANGUAGE_NAMES.filter(([one]) => one !== language)
  const body = html`<form method="post" action="/report/follow" autocomplete="off">
      <input type="hidden" name="code" value="${spaced(code)}" />${others.map(
        ([one, name]) => html`<button class="p" name="l" value="${one}" lang="${one}">${name}</button> `,
      )}
    </form>
    <h1>${t('status')}</h1>
    ${wasAdded ? html`<p class="n">${t('added')}</p>` : null}
    <p><b>${t(`status.${followed.state}`)}</b><small>${t('received', { day: dayText(language, followed.receivedOn) })}</small></p>
    ${followed.publicFrom === null ? null : html`<p>${t('public-from', { day: dayText(language, followed.publicFrom) })}</p>`}
    ${
      followed.outcome.length > 0
        ? html`<h2>${t('outcome')}</h2>
            ${followed.outcome.map((line) => html`<p>${line}</p>`)}`
        : null
    }
    ${followed.messages.length > 0 ? html`<h2>${t('messages')}</h2>` : null}
    ${followed.messages.map((one) => html`<p><small>${t('message.desk')} · ${dayText(language, one.onDay)}</small>${one.text}</p>`)}
    <p>
      ${followed.lastFactOn === null ? t('facts.none') : t('facts.count', { n: followed.facts, day: dayText(language, followed.lastFactOn) })}
      <small>${t('own.hidden')}</small>
    </p>
    <h2>${t('add')}</h2>
    <form method="post" action="/report/facts" enctype="multipart/form-data" autocomplete="off">
      <input type="hidden" name="l" value="${language}" /> <input type="hidden" name="code" value="${spaced(code)}" /><label
        ><small>${t('text.hint')}</small><textarea name="text" rows="5"></textarea>
      </label>
      <label><small>${t('photo')}</small><input type="file" name="photo" accept="image/jpeg,image/png" /></label
      ><button>${t('add.send')}</button>
    </form>
    <p><a href="/report/follow?l=${language}">${t('back')}</a> · <a href="/outcomes?language=${language}">${t('outcomes.link')}</a></p>
    <p><small>${t('safe')}</small></p>`
  return voicePage({ title: t('status'), language, path: '', body })
}
