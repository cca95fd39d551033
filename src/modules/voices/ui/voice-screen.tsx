/* One report: what was said, whom it names, what the desk does with it, who read it. Opening this page is written down. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { roleText } from '../../../app/shell/preferences.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { VoiceDetail } from '../contract.ts'
import { Acts } from './acts.tsx'
import { SaidText } from './said-text.tsx'
import { aboutText, kindText, placeText } from './voice-words.ts'

export function VoiceScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<VoiceDetail>(`/api/voices/${params['voice'] ?? ''}`)
  return (
    <Page title={t('voice.title')} crumbs={<AppLink to="/voices">{t('voices.title')}</AppLink>} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Voice voice={data} again={again} />}
    </Page>
  )
}

function Voice({ voice, again }: { readonly voice: VoiceDetail; readonly again: () => void }) {
  const { t } = useWords()
  const me = useMe().data
  const incident = voice.decisions.findLast((one) => one.incident !== null)?.incident ?? null
  return (
    <div className="stack">
      <Note>{t('voice.careful')}</Note>
      <Panel>
        <Pairs
          lines={[
            [t('voices.received'), <DateText key="received" date={voice.receivedOn} />],
            [t('voices.channel'), `${t(`voices.channel.${voice.channel}`)} · ${t(`voices.language.${voice.language}`)}`],
            [t('voices.about'), aboutText(voice) || t('voices.about.none')],
            [t('voices.place'), placeText(voice) || t('voices.about.none')],
            [t('voices.state'), t(`voices.state.${voice.state}`)],
          ]}
        />
        {incident !== null && <AppLink to={`/incidents/${incident}`}>{t('voice.incident.see')}</AppLink>}
        {mayOpen('conflict.warn', me) && (
          <p>
            <AppLink to="/warnings/new" search={{ voice: voice.id }}>
              {t('voice.warning')}
            </AppLink>
          </p>
        )}
      </Panel>
      <Panel title={t('voice.said')}>
        <div className="stack">
          {voice.texts.map((one) => (
            <SaidText key={one.id} one={one} voice={voice} again={again} />
          ))}
          {voice.photos.length > 0 && <Photos voice={voice} />}
        </div>
      </Panel>
      <Acts voice={voice} again={again} />
      <Panel title={t('voice.named')}>
        <p>{[...voice.namedOrganisations.map((one) => one.name), ...voice.namedKinds.map(kindText)].join(', ') || t('voice.named.none')}</p>
        <Source>{t('voice.named.source')}</Source>
      </Panel>
      <History voice={voice} />
    </div>
  )
}

function Photos({ voice }: { readonly voice: VoiceDetail }) {
  const { t } = useWords()
  return (
    <div>
      <strong>{t('voice.photos')}</strong>
      <div className="row">
        {voice.photos.map((sha256, index) => (
          <img
            key={sha256}
            src={`/api/voices/${voice.id}/photos/${sha256}`}
            alt={t('voice.photo', { n: index + 1 })}
            style={{ maxWidth: '100%', maxHeight: '20rem' }}
          />
        ))}
      </div>
    </div>
  )
}

function History({ voice }: { readonly voice: VoiceDetail }) {
  const { t } = useWords()
  return (
    <>
      {voice.decisions.length > 0 && (
        <Panel title={t('voice.decisions')}>
          <ul className="plain-list">
            {voice.decisions.map((one) => (
              <li key={`${one.at}${one.act}`}>
                <InstantText at={one.at} /> · {t(`voice.act.${one.act}`)} · {one.by}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('voice.readings')}>
        <ul className="plain-list">
          {voice.readings.map((one) => (
            <li key={`${one.at}${one.by}${one.what}`}>
              <InstantText at={one.at} /> · {one.by} · {one.role.split('+').map(roleText).join(', ')}
              {one.what !== 'report' && <> · {t(`voice.read.${one.what}`)}</>}
            </li>
          ))}
        </ul>
        <Source>{t('voice.readings.source')}</Source>
      </Panel>
    </>
  )
}
