/* The form for a report, what is said when it came, and the page that asks for a little patience. Without script; what was typed is never lost. */
import { type Html, html } from '../../../platform/http/html.ts'
import { NamedKind, type VoiceLanguage } from '../contract.ts'
import { IncidentCategory } from '../../incidents/contract.ts'
import { ANSWER_DAYS } from '../domain/clocks.ts'
import { spaced } from '../domain/receipt-code.ts'
import { voicePage } from './frame.ts'
import { say } from './words.ts'
import { type PageKey, pageFr } from './words-fr.ts'

export interface Typed {
  readonly text: string
  readonly where: string
  /** `site:<id>` or `area:<code>` of a place that was found. */
  readonly place: string
  readonly when: string
  readonly who: string
  readonly categories: readonly string[]
  readonly kinds: readonly string[]
}
export const NOTHING_TYPED: Typed = { text: '', where: '', place: '', when: '', who: '', categories: [], kinds: [] }
export interface FoundPlace {
  readonly value: string
  readonly label: string
}
export interface ReportForm {
  readonly language: VoiceLanguage
  readonly form: string
  readonly typed: Typed
  /** Null while nobody searched. */
  readonly found: readonly FoundPlace[] | null
  readonly note?: PageKey
  /** Set where the sender must wait a little. */
  readonly wait?: { readonly stamp: string; readonly seconds: number }
}
const isKey = (key: string): key is PageKey => key in pageFr

export function reportPage({ language, form, typed, found, note, wait }: ReportForm): string {
  const t = say(language)
  const body = html`<h1>${wait ? t('wait') : t('title')}</h1>
    ${wait ? html`<p class="n">${t('wait.text', { n: wait.seconds })}</p>` : html`<p>${t('lead')}</p>`}
    ${note ? html`<p class="n">${t(note)}</p>` : null}
    <form method="post" action="/report" enctype="multipart/form-data" autocomplete="off">
      <input type="hidden" name="l" value="${language}" /><input type="hidden" name="form" value="${form}" />
      ${wait ? html`<input type="hidden" name="waited" value="${wait.stamp}" />` : null}
      <fieldset>
        <legend>${t('what')}</legend>
        <small>${t('what.hint')}</small>${boxes('c', IncidentCategory.options, { prefix: 'category', typed: typed.categories, t })}
      </fieldset>
      <label
        ><span class="l">${t('text')}</span><small>${t('text.hint')}</small><textarea name="text" rows="6">${typed.text}</textarea>
      </label>
      ${place({ typed, found, t })}
      <label
        ><span class="l">${t('when')}</span><small>${t('when.hint')}</small><input type="text" name="when" value="${typed.when}"
      /></label>
      <fieldset>
        <legend>${t('who')}</legend>
        <small>${t('who.hint')}</small>${boxes('k', NamedKind.options, { prefix: 'kind', typed: typed.kinds, t })}
        <label><small>${t('who.name')}</small><input type="text" name="who" value="${typed.who}" /></label>
      </fieldset>
      <label
        ><span class="l">${t('photo')}</span><small>${t('photo.hint')}</small><input type="file" name="photo" accept="image/jpeg,image/png"
      /></label>
      <button name="act" value="send">${t('send')}</button>
    </form>
    <p>
      <a href="/report/follow?l=${language}">${t('follow.link')}</a> · <a href="/outcomes?language=${language}">${t('outcomes.link')}</a>
    </p>
    <p><small>${t('safe')}</small></p>`
  return voicePage({ title: t('title'), language, path: '/report', body })
}

type Say = ReturnType<typeof say>
function boxes(
  name: string,
  values: readonly string[],
  { prefix, typed, t }: { readonly prefix: string; readonly typed: readonly string[]; readonly t: Say },
): readonly Html[] {
  return values.flatMap((value) => {
    const key = `${prefix}.${value}`
    if (!isKey(key)) return []
    const checked = typed.includes(value) ? html` checked` : null
    return [html`<label><input type="checkbox" name="${name}" value="${value}" ${checked} />${t(key)}</label>`]
  })
}
function place({ typed, found, t }: Pick<ReportForm, 'typed' | 'found'> & { readonly t: Say }): Html {
  const options = found ?? []
  return html`<label
      ><span class="l">${t('where')}</span><small>${t('where.hint')}</small><input type="text" name="where" value="${typed.where}"
    /></label>
    <button class="p" name="act" value="search">${t('search')}</button>
    ${found !== null && options.length === 0 ? html`<p class="n">${t('found.nothing')}</p>` : null}
    ${
      options.length > 0
        ? html`<fieldset>
            <legend>${t('found')}</legend>
            ${[...options, { value: '', label: t('found.none') }].map(
              (one) =>
                html`<label
                  ><input
                    type="radio"
                    name="place"
                    value="${one.value}"
                    ${one.value === typed.place ? html` checked` : null}
                  />${one.label}</label
                >`,
            )}
          </fieldset>`
        : null
    }`
}

export function receivedPage({
  language,
  code,
  photoRefused,
}: {
  readonly language: VoiceLanguage
  readonly code: string | null
  readonly photoRefused: boolean
}): string {
  const t = say(language)
  const body = html`<h1>${t('thanks')}</h1>
    ${
      code === null
        ? html`<p>${t('known')}</p>`
        : html`<h2>${t('code')}</h2>
            <p class="code">${spaced(code)}</p>
            <p>${t('code.hint')}</p>
            <p>${t('code.answer', { n: ANSWER_DAYS })}</p>`
    }
    ${photoRefused ? html`<p class="n">${t('photo.refused')}</p>` : null}
    <p><a href="/report/follow?l=${language}">${t('follow.link')}</a></p>
    <p><small>${t('safe')}</small></p>`
  return voicePage({ title: t('thanks'), language, path: '', body })
}

export function tooLargePage(language: VoiceLanguage): string {
  const t = say(language)
  return voicePage({
    title: t('title'),
    language,
    path: '',
    body: html`<h1>${t('title')}</h1>
      <p class="n">${t('too-large')}</p>`,
  })
}
