/* Reached, not reached, followed up, looked at by the supervisor, asked again after closing: each a step that a clock waits for. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import type { PartProps } from '../file/part-props.ts'
import { sealedSteps } from '../file/sealed-form.tsx'
import { useSteps } from '../file/use-steps.ts'

const channels = ['phone', 'visit', 'go-between', 'other'] as const
const wellbeings = ['', '1', '2', '3', '4', '5'] as const
type Ask = Extract<OneCommand, { about: 'assessment' }>['ask']

/** A contact with or without words: the words are sealed in the same go. */
function useContact(work: PartProps['work'], { words, forget }: { readonly words: string; readonly forget: () => void }) {
  const { act, sending, error } = useSteps(work)
  const send = async (make: (note: SealedRef | null) => Ask) => {
    const done = await act(async () =>
      words.trim() === ''
        ? accepted({ all: [{ about: 'assessment', ask: make(null) }] })
        : sealedSteps(work, {
            ...{ vault: 'narrative', slot: 'note', text: words.trim() },
            steps: (note) => [{ about: 'assessment', ask: make(note) }],
          }),
    )
    if (done) forget()
  }
  const plain = (ask: Ask) => void act(() => accepted({ all: [{ about: 'assessment', ask }] }))
  return { send, plain, sending, error }
}

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone')
  const [wellbeing, setWellbeing] = useState<(typeof wellbeings)[number]>('')
  const [words, setWords] = useState('')
  const { send, plain, sending, error } = useContact(work, { words, forget: () => setWords('') })
  return (
    <div className="columns">
      <Panel title={t('contacts.title')}>
        <div className="stack">
          <SelectField
            label={t('contacts.channel')}
            value={channel}
            options={channels.map((value) => ({ value, label: t(`contacts.channel.${value}`) }))}
            onValue={setChannel}
          />
          <div className="row tight no-print">
            <Button busy={sending} onClick={() => plain({ step: 'make-contact', channel })}>
              {t('contacts.made')}
            </Button>
            <Button busy={sending} onClick={() => plain({ step: 'try-contact', channel })}>
              {t('contacts.failed')}
            </Button>
          </div>
          <SelectField
            label={t('contacts.wellbeing')}
            value={wellbeing}
            options={wellbeings.map((value) => ({
              value,
              label: value === '' ? t('contacts.wellbeing.not-said') : t('contacts.wellbeing.of', { n: value }),
            }))}
            onValue={setWellbeing}
          />
          <LongTextField
            sealed
            label={t('contacts.words')}
            hint={t('person.hint')}
            value={words}
            onValue={setWords}
            rows={3}
            maxLength={20_000}
          />
          <div className="row tight no-print">
            <Button
              kind="primary"
              busy={sending}
              onClick={() =>
                void send((note) => ({
                  step: 'follow-up',
                  channel,
                  ...(wellbeing === '' ? {} : { wellbeing: Number(wellbeing) }),
                  ...withNote(note),
                }))
              }
            >
              {t('contacts.follow-up')}
            </Button>
            <More {...{ work, sending, send, plain }} />
          </div>
          {error !== null && <ErrorState error={error} />}
        </div>
      </Panel>
      <Before work={work} />
    </div>
  )
}

/** Other steps have a channel too, a referral for one: nobody was reached by it. */
const contactWords = new Map<string, 'contacts.failed' | 'contacts.follow-up' | 'contacts.made'>([
  ['case-contact.failed.v1', 'contacts.failed'],
  ['case-followed-up.v1', 'contacts.follow-up'],
  ['case-contact.made.v1', 'contacts.made'],
])
function Before({ work }: PartProps) {
  const { t } = useWords()
  const told = work.events.flatMap(({ event: { kind, payload } }) => {
    const said = contactWords.get(kind)
    return said === undefined || !('at' in payload) ? [] : [{ said, at: payload.at }]
  })
  return (
    <Panel title={t('contacts.before')}>
      {told.length === 0 && <EmptyState title={t('contacts.none')} />}
      <ul className="plain-list stack">
        {told.toReversed().map(({ said, at }) => (
          <li key={`${said} ${at}`} className="small">
            {instantText(at)} · {t(said)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface MoreProps extends PartProps {
  readonly sending: boolean
  readonly send: (make: (note: SealedRef | null) => Ask) => Promise<void>
  readonly plain: (ask: Ask) => void
}
const withNote = (note: SealedRef | null) => (note === null ? {} : { note })
/** Of who supervises, and after closing. */
function More({ work, sending, send, plain }: MoreProps) {
  const { t } = useWords()
  const { at } = work.whole.file.standing
  return (
    <>
      {work.may('cases.supervise') &&
        (['on-course', 'to-be-corrected'] as const).map((finding) => (
          <Button key={finding} busy={sending} onClick={() => void send((note) => ({ step: 'supervise', finding, ...withNote(note) }))}>
            {t(`contacts.supervise.${finding}`)}
          </Button>
        ))}
      {at === 'closed' &&
        (['well', 'needs-help', 'not-reached'] as const).map((outcome) => (
          <Button key={outcome} busy={sending} onClick={() => plain({ step: 'check-after-closure', outcome })}>
            {t(`contacts.check.${outcome}`)}
          </Button>
        ))}
    </>
  )
}
