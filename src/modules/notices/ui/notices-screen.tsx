/* What waits for the reader, newest marked, and how they want to be told. Opening a list counts as having seen its notice. */
import { useState } from 'react'
import { post } from '../../../app/api.ts'
import { questions, useAnswer } from '../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { wholeLanguages, useWords, wordOr } from '../../../app/words.ts'
import type { Notice, NoticeList, Preferences } from '../domain/notice-words.ts'

const LIST = '/api/notices'
const seen = async (kinds: readonly string[]): Promise<void> => {
  await post('/api/notices/seen', { kinds })
  await questions.invalidateQueries({ queryKey: [LIST] })
}

export function NoticesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<NoticeList>(LIST)
  const [stuck, setStuck] = useState<unknown>(null)
  const markAll = () => void seen((data?.notices ?? []).map((one) => one.kind)).catch(setStuck)
  return (
    <Page
      title={t('notices.title')}
      under={t('notices.under')}
      answer={answer}
      actions={
        <>
          <LinkButton to="/notices/preferences">{t('notices.preferences')}</LinkButton>
          {(data?.unseen ?? 0) > 0 && <Button onClick={markAll}>{t('notices.seen')}</Button>}
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {stuck !== null && <ErrorState error={stuck} again={markAll} />}
      {!data && !error && <Loading />}
      {data && !data.preferences.inApp && <Note tone="calm">{t('notices.off')}</Note>}
      {data?.preferences.inApp && data.notices.length === 0 && <EmptyState title={t('notices.empty')}>{t('notices.empty.do')}</EmptyState>}
      {data && data.notices.length > 0 && (
        <Panel>
          <ul className="plain-list">
            {data.notices.map((one) => (
              <Row key={one.kind} notice={one} />
            ))}
          </ul>
          <Source>{t('notices.source')}</Source>
        </Panel>
      )}
    </Page>
  )
}

function Row({ notice }: { readonly notice: Notice }) {
  const { t } = useWords()
  const { kind, count, unseen, path } = notice
  const [to = '/', query = ''] = path.split('?')
  return (
    <li className="notice-row">
      <span className="grow">{wordOr(`notice.kind.${kind}`, kind, { n: count })}</span>
      {unseen > 0 && <span className="notice-new">{t('notices.new', { n: unseen })}</span>}
      <span onClickCapture={() => void seen([kind]).catch(() => undefined)}>
        <AppLink to={to} search={Object.fromEntries(new URLSearchParams(query))} className="btn">
          {t('notices.open')}
          <span className="unseen"> {wordOr(`notice.kind.${kind}`, kind, { n: count })}</span>
        </AppLink>
      </span>
    </li>
  )
}

export function PreferencesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<NoticeList>(LIST)
  return (
    <Page title={t('notices.preferences')} crumbs={<AppLink to="/notices">{t('notices.title')}</AppLink>} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <PreferencesForm list={data} />}
    </Page>
  )
}

function PreferencesForm({ list }: { readonly list: NoticeList }) {
  const { t } = useWords()
  const [wish, setWish] = useState<Preferences>(list.preferences)
  const [state, setState] = useState<'idle' | 'sending' | 'saved'>('idle')
  const [error, setError] = useState<unknown>(null)
  const change = (part: Partial<Preferences>) => {
    setWish({ ...wish, ...part })
    setState('idle')
  }
  const save = async () => {
    setState('sending')
    setError(null)
    try {
      await post('/api/notices/preferences', wish)
      await questions.invalidateQueries({ queryKey: [LIST] })
      setState('saved')
    } catch (fault) {
      setError(fault)
      setState('idle')
    }
  }
  return (
    <Panel>
      <div className="stack">
        <CheckChoice
          label={t('notices.in-app')}
          hint={t('notices.in-app.hint')}
          checked={wish.inApp}
          onChecked={(inApp) => change({ inApp })}
        />
        <CheckChoice
          label={t('notices.by-mail')}
          hint={t('notices.by-mail.hint')}
          checked={wish.byMail === 'daily'}
          onChecked={(on) => change({ byMail: on ? 'daily' : 'none' })}
        />
        {!list.mail.reachable && <Note>{t('notices.no-address')}</Note>}
        {list.mail.reachable && !list.mail.sends && <Note tone="calm">{t('notices.no-mail')}</Note>}
        <SelectField
          label={t('notices.language')}
          value={wish.language}
          options={wholeLanguages.map(({ code, name }) => ({ value: code, label: name }))}
          onValue={(language) => change({ language })}
        />
        {list.lastLetter && (
          <p className="small">
            {t('notices.last', {
              day: list.lastLetter.day,
              state: wordOr(`notices.state.${list.lastLetter.state}`, list.lastLetter.state),
            })}
          </p>
        )}
        {error !== null && <ErrorState error={error} again={() => void save()} />}
        <div className="form-actions">
          <Button kind="primary" busy={state === 'sending'} onClick={() => void save()}>
            {t('notices.save')}
          </Button>
          <span role="status">{state === 'saved' ? t('notices.saved') : ''}</span>
        </div>
      </div>
    </Panel>
  )
}
