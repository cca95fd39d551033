/* S10: services offered, accepted, declined; how somebody may be reached, with no message left unless they said so; a word that proves who speaks. */
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { CoffrePart, ShortWords } from './coffre.tsx'
import { MedicalTimers } from './medical-timers.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'
import {
  contactChannelLabels,
  contactChannels,
  dayPartLabels,
  dayParts,
  referralAnswerLabels,
  referralAnswers,
  serviceLabels,
  services,
} from './screening-lists.ts'
import { TapRow, TapSeveral } from './tap-row.tsx'

export function NextPart(props: PartProps) {
  const { t, language } = useWords()
  const { draft, change, now } = props
  return (
    <>
      <MedicalTimers draft={draft} now={now} />
      <Panel title={say(questionLabels, 'referrals', language)}>
        <p className="small">{t('interview.referrals.explain')}</p>
        {services.map((service) => (
          <TapRow
            key={service}
            question={say(serviceLabels, service, language)}
            options={referralAnswers.map((value) => ({ value, label: say(referralAnswerLabels, value, language) }))}
            isOn={(answer) => draft.referrals[service] === answer}
            onTap={(answer) => {
              const { [service]: before, ...others } = draft.referrals
              change({ referrals: before === answer ? others : { ...others, [service]: answer } })
            }}
          />
        ))}
      </Panel>
      <ContactPart {...props} />
    </>
  )
}

const MONDAY = Date.UTC(2024, 0, 1)
const weekday = (n: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (n - 1) * 86_400_000)

function ContactPart(props: PartProps) {
  const { t, language } = useWords()
  const { draft, change } = props
  const { contact } = draft
  const set = (part: Partial<typeof contact>) => change({ contact: { ...contact, ...part } })
  return (
    <Panel title={t('interview.contact')}>
      <div className="stack">
        <Choice
          legend={t('interview.contact.channel')}
          value={contact.channel}
          options={contactChannels.map((value) => ({ value, label: say(contactChannelLabels, value, language) }))}
          onValue={(channel) => set({ channel })}
        />
        {contact.channel !== 'none' && (
          <>
            <CheckChoice label={t('interview.contact.any-time')} checked={contact.anyTime} onChecked={(anyTime) => set({ anyTime })} />
            {!contact.anyTime && (
              <>
                <TapSeveral
                  question={t('interview.contact.days')}
                  options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekday(value, language) }))}
                  chosen={contact.weekdays}
                  onChosen={(weekdays) => set({ weekdays })}
                />
                <TapSeveral
                  question={t('interview.contact.parts')}
                  options={dayParts.map((value) => ({ value, label: say(dayPartLabels, value, language) }))}
                  chosen={contact.parts}
                  onChosen={(parts) => set({ parts })}
                />
                <Source>{t('interview.contact.times.rule')}</Source>
              </>
            )}
            <YesNo
              question={t('interview.contact.message')}
              value={contact.mayLeaveMessage}
              onValue={(mayLeaveMessage) => set({ mayLeaveMessage })}
            />
            <YesNo
              question={t('interview.contact.others')}
              value={contact.mayOthersAnswer}
              onValue={(mayOthersAnswer) => set({ mayOthersAnswer })}
            />
            <CoffrePart title={say(questionLabels, 'safe-contact', language)}>
              <ShortWords {...props} name="safeContact" label={t('interview.contact.how')} hint={t('interview.contact.how.hint')} />
              <ShortWords
                {...props}
                name="codeWord"
                label={say(questionLabels, 'code-word', language)}
                hint={t('interview.contact.word.hint')}
              />
            </CoffrePart>
          </>
        )}
      </div>
    </Panel>
  )
}
const yesOrNo = ['yes', 'no'] as const
function YesNo({
  question,
  value,
  onValue,
}: {
  readonly question: string
  readonly value: '' | 'yes' | 'no'
  readonly onValue: (value: '' | 'yes' | 'no') => void
}) {
  const { t } = useWords()
  return (
    <TapRow
      question={question}
      options={yesOrNo.map((one) => ({ value: one, label: t(`interview.${one}`) }))}
      isOn={(one) => value === one}
      onTap={(one) => onValue(value === one ? '' : one)}
    >
      {value === '' && <span className="small">{t('interview.unless-said')}</span>}
    </TapRow>
  )
}
