/* The undertaking of confidentiality: read, and signed for a year. */
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'

interface Undertaking {
  readonly version: string
  readonly isNeeded: boolean
  readonly isCurrent: boolean
  readonly signedOn: string | null
  readonly until: string | null
}

export function UndertakingScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Undertaking>('/api/undertaking')
  const sign = useCommand<{ readonly version: string }>('/api/undertaking/signatures')
  const act = async (version: string) => {
    const receipt = await sign.send({ version }).catch(() => null)
    if (receipt !== null) again()
  }
  return (
    <Page title={t('undertaking.title')} answer={answer} discreet>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <div className="stack">
            <p>{t('undertaking.text')}</p>
            {!data.isNeeded && <Note tone="calm">{t('undertaking.not-needed')}</Note>}
            {data.isCurrent && (
              <Note tone="good">
                {t('undertaking.signed')} <DateText date={data.signedOn} />. {t('undertaking.until')} <DateText date={data.until} />.
              </Note>
            )}
            {data.isNeeded && !data.isCurrent && <Note>{t('undertaking.missing')}</Note>}
            {sign.error && <ErrorState error={sign.error} />}
            {data.isNeeded && !data.isCurrent && (
              <div className="form-actions">
                <Button kind="primary" busy={sign.sending} onClick={() => void act(data.version)}>
                  {t('undertaking.sign')}
                </Button>
              </div>
            )}
            <Source>{t('undertaking.source')}</Source>
          </div>
        </Panel>
      )}
    </Page>
  )
}
