/* What a person with a code reads: how far it is, what is public of it, the messages of both sides, and a field for more. */
import { html } from '../../../platform/http/html.ts'
import type { VoiceLanguage } from '../contract.ts'
import type { ToldState } from '../domain/status.ts'
import { spaced } from '../domain/receipt-code.ts'
import { voicePage } from './frame.ts'
import { say } from './words.ts'

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
    <p><a href="/report?l=${language}">${t('report.link')}</a></p>`
  return voicePage({ title: t('follow'), language, path: '/report/follow', body })
}

export interface Followed {
  readonly state: ToldState
  readonly receivedOn: string
  /** Words that are public already. */
  readonly outcome: readonly string[]
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
  const body = html`<h1>${t('status')}</h1>
    ${wasAdded ? html`<p class="n">${t('added')}</p>` : null}
    <p><b>${t(`status.${followed.state}`)}</b><small>${t('received', { day: followed.receivedOn })}</small></p>
    ${
      followed.outcome.length > 0
        ? html`<h2>${t('outcome')}</h2>
            ${followed.outcome.map((line) => html`<p>${line}</p>`)}`
        : null
    }
    ${followed.messages.length > 0 ? html`<h2>${t('messages')}</h2>` : null}
    ${followed.messages.map((one) => html`<p><small>${t('message.desk')} · ${one.onDay}</small>${one.text}</p>`)}
    <h2>${t('add')}</h2>
    <form method="post" action="/report/facts" enctype="multipart/form-data" autocomplete="off">
      <input type="hidden" name="l" value="${language}" /> <input type="hidden" name="code" value="${spaced(code)}" /><label
        ><small>${t('text.hint')}</small><textarea name="text" rows="5"></textarea>
      </label>
      <label><small>${t('photo')}</small><input type="file" name="photo" accept="image/jpeg,image/png" /></label
      ><button>${t('add.send')}</button>
    </form>
    <p><small>${t('safe')}</small></p>`
  return voicePage({ title: t('status'), language, path: '', body })
}
