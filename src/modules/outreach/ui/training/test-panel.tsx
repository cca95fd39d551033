/* A sheet of the test is entered by badge, before or after: one choice for each item, or none. The right options are not shown here. */
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { ItemBank, SessionShown, TestMoment } from '../../contract-training.ts'
import { inLanguage } from './in-language.ts'
import { ComposeTestAct, WaitingSheetsPanel } from './waiting-sheets.tsx'

const moments: readonly TestMoment[] = ['pre', 'post']
interface Props {
  readonly shown: SessionShown
  readonly again: () => void
}
export function TestPanel({ shown, again }: Props) {
  const { t } = useWords()
  const rows = shown.participants ?? []
  const mayGive = mayOpen('outreach.test', useMe().data)
  const bank = useAnswer<ItemBank>('/api/training/items').data?.items ?? []
  const fresh = bank.filter((one) => !one.isRetired && shown.modules.includes(one.module)).slice(0, 20)
  const isUntaken = shown.line.state === 'planned' && rows.every((one) => one.preTenths === null && one.postTenths === null)
  const compose = isUntaken && <ComposeTestAct shown={shown} items={fresh.map(({ id }) => id)} again={again} />
  if (shown.items.length === 0)
    return (
      <EmptyState title={t('training.test.none')}>
        <p>{t('training.test.none.do')}</p>
        {compose}
      </EmptyState>
    )
  return (
    <div className="stack">
      <WaitingSheetsPanel shown={shown} again={again} />
      <Panel title={t('training.room')} aside={compose}>
        <p>{t('training.room.explain')}</p>
        {mayGive && <LinkButton to="/test-room">{t('training.room.go')}</LinkButton>}
      </Panel>
      <TypeSheet shown={shown} again={again} />
    </div>
  )
}

function TypeSheet({ shown, again }: Props) {
  const { t, language } = useWords()
  const [when, setWhen] = useState<TestMoment>('pre')
  const [badge, setBadge] = useState('')
  const [answers, setAnswers] = useState<ReadonlyMap<number, number>>(new Map())
  const [kept, setKept] = useState<string | null>(null)
  const { send, sending, error } = useCommand(`/api/training/sessions/${shown.line.id}/tests`)
  const rows = shown.participants ?? []
  const missing = rows.filter((one) => (when === 'pre' ? one.preTenths : one.postTenths) === null)
  const save = async () => {
    const sheet = { badge: Number(badge), answers: shown.items.map((_item, at) => answers.get(at) ?? null) }
    const receipt = await send({ when, sheets: [sheet] }).catch(() => null)
    if (receipt === null) return
    setKept(badge)
    setBadge('')
    setAnswers(new Map())
    again()
  }
  return (
    <Panel title={t('training.test.enter')}>
      <div className="stack">
        <SelectField
          label={t('training.test.when')}
          value={when}
          options={moments.map((value) => ({ value, label: t(`training.test.${value}`) }))}
          onValue={setWhen}
        />
        <SelectField
          label={t('training.badge')}
          hint={t('training.test.missing', { n: missing.length })}
          value={badge}
          options={[
            { value: '', label: t('training.choose') },
            ...rows.map((one) => ({ value: String(one.badge), label: String(one.badge) })),
          ]}
          onValue={setBadge}
        />
        {kept !== null && (
          <Note tone="good" live>
            {t('training.test.kept', { badge: kept })}
          </Note>
        )}
        {badge !== '' &&
          shown.items.map((item, at) => (
            <Choice
              key={item.id}
              legend={`${at + 1}. ${inLanguage(item.question, language)}`}
              value={answers.has(at) ? String(answers.get(at)) : ''}
              options={item.options.map((option, place) => ({ value: String(place), label: inLanguage(option, language) }))}
              onValue={(value) => setAnswers(new Map(answers).set(at, Number(value)))}
            />
          ))}
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={sending} disabled={badge === ''} onClick={() => void save()}>
            {t('training.test.save')}
          </Button>
        </div>
      </div>
      <Source>{t('training.rule.test')}</Source>
    </Panel>
  )
}
