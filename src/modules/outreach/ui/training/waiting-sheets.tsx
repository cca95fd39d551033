/* Sheets from telephones that wait for who teaches: two that differ, a badge that nobody has, a closed session, another test. Each is looked at and counts, or is set aside. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { SettleSheet, WaitingSheet, WaitingSheets } from '../../contract-sheets.ts'
import type { SessionShown } from '../../contract-training.ts'
import { inLanguage } from './in-language.ts'

interface Props {
  readonly shown: SessionShown
  readonly again: () => void
}
export function WaitingSheetsPanel({ shown, again: other }: Props) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<WaitingSheets>(`/api/training/sessions/${shown.line.id}/sheets`)
  const both = () => {
    again()
    other()
  }
  if (error) return <ErrorState error={error} again={again} />
  if (!data || data.waiting.length === 0) return null
  return (
    <Panel title={t('training.sheets', { n: data.waiting.length })}>
      <div className="stack">
        {data.waiting.map((waiting) => (
          <Waiting key={waiting.sheet} waiting={waiting} shown={shown} again={both} />
        ))}
      </div>
      <Source>{t('training.sheets.rule')}</Source>
    </Panel>
  )
}

function Waiting({ waiting, shown, again }: Props & { readonly waiting: WaitingSheet }) {
  const { t, language } = useWords()
  const { badge, when, finding, scoreTenths, standing, handedInAt } = waiting
  const score = (tenths: number | null): string =>
    tenths === null ? t('training.not-applicable') : t('training.sheets.score', { n: numberText(language, tenths / 10, 1) })
  return (
    <section className="waiting-sheet">
      <strong>
        {t('training.badge')} {badge} · {t(`training.test.${when}`)} · <DateText date={handedInAt.slice(0, 10)} />
      </strong>
      <p>{t(`training.sheets.${finding}`)}</p>
      {standing && <p className="small">{t('training.sheets.standing', { score: score(standing.scoreTenths) })}</p>}
      <p className="small">{t('training.sheets.this', { score: score(scoreTenths) })}</p>
      {standing && <Differences waiting={waiting} shown={shown} />}
      <SettleAct waiting={waiting} shown={shown} again={again} />
    </section>
  )
}
/** Only where the two sheets say different things. */
function Differences({ waiting: { answers, standing }, shown }: Pick<Props, 'shown'> & { readonly waiting: WaitingSheet }) {
  const { t, language } = useWords()
  const said = (place: number, answer: number | null | undefined): string => {
    const option = typeof answer === 'number' ? shown.items[place]?.options[answer] : undefined
    return option ? inLanguage(option, language) : t('training.sheets.left-open')
  }
  const differ = shown.items.flatMap((item, at) => (answers[at] === standing?.answers[at] ? [] : [{ item, at }]))
  return (
    <ul className="small">
      {differ.map(({ item, at }) => (
        <li key={item.id}>
          {at + 1}. {inLanguage(item.question, language)}
          <br />
          {t('training.sheets.said', { standing: said(at, standing?.answers[at]), other: said(at, answers[at]) })}
        </li>
      ))}
    </ul>
  )
}

function SettleAct({ waiting, shown, again }: Props & { readonly waiting: WaitingSheet }) {
  const { t } = useWords()
  const [counts, setCounts] = useState<'yes' | 'no' | ''>('')
  const [badge, setBadge] = useState(waiting.finding === 'unknown-badge' ? '' : String(waiting.badge))
  const canCount = waiting.scoreTenths !== null
  const isWhole = counts === 'no' || (counts === 'yes' && badge !== '')
  const data: SettleSheet | null = isWhole
    ? { sheet: waiting.sheet, counts: counts === 'yes', ...(counts === 'yes' ? { badge: Number(badge) } : {}) }
    : null
  const options = [
    ...(canCount ? [{ value: 'yes' as const, label: t('training.sheets.count') }] : []),
    { value: 'no' as const, label: t('training.sheets.aside') },
  ]
  return (
    <ActDialog
      {...{ title: t('training.sheets.settle'), explain: t('training.sheets.settle.explain'), go: t('training.sheets.settle.go'), data }}
      path={`/api/training/sessions/${shown.line.id}/sheet-settlements`}
      missing={t('training.sheets.settle.missing')}
      onDone={again}
    >
      <Choice legend={t('training.sheets.settle')} value={counts} options={options} onValue={setCounts} />
      {counts === 'yes' && (
        <SelectField
          label={t('training.badge')}
          value={badge}
          options={[
            { value: '', label: t('training.choose') },
            ...(shown.participants ?? []).map((one) => ({ value: String(one.badge), label: String(one.badge) })),
          ]}
          onValue={setBadge}
        />
      )}
    </ActDialog>
  )
}

/** While nobody has taken it: the questions that the bank has now for the modules of the session. */
export function ComposeTestAct({ shown, items, again }: Props & { readonly items: readonly string[] }) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{ title: t('training.compose'), explain: t('training.compose.explain', { n: items.length }), go: t('training.compose') }}
      path={`/api/training/sessions/${shown.line.id}/test`}
      data={items.length === 0 ? null : { items }}
      missing={t('training.compose.missing')}
      onDone={again}
    >
      <p className="small">{t('training.compose.rule')}</p>
    </ActDialog>
  )
}
