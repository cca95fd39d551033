/* What waits, when the server was reached, and the button that sends; while it runs, how far each phase is. */
import { isUnsentFile } from '../../../app/field/carried-files.ts'
import type { OutboxItem, Phone, SyncState } from '../../../app/field/phone.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { type Translate, useWords, wordOr } from '../../../app/words.ts'
import { shelfOf } from '../domain/sync-mark.ts'
import { SyncMark, phoneMark } from './sync-mark.tsx'
import { useParted, useSyncState } from './use-phone.ts'

const DAY = 86_400_000

export function SendPanel({ phone, items }: { readonly phone: Phone; readonly items: readonly OutboxItem[] | null }) {
  const { t } = useWords()
  const state = useSyncState(phone)
  const parted = useParted(phone)
  const mark = phoneMark(state, items, parted)
  const isRunning = state.phase !== 'idle'
  const files = phone.files.items().filter(isUnsentFile)
  const refused = (items ?? []).filter(
    ({ state: one, mine, isDismissed }) => mine && !isDismissed && (one === 'refused' || one === 'not-valid'),
  ).length
  const dayAgo = new Date(Date.parse(phone.now()) - DAY).toISOString()
  const waitsLong = (items ?? []).some((item) => item.mine && shelfOf(item) === 'ready' && item.happenedAt < dayAgo)
  return (
    <Panel title={t('phone.sending')} aside={<SyncMark mark={mark} />}>
      <div className="stack">
        <div aria-live="polite" className="stack" style={{ gap: 6 }}>
          <p>{state.unsent === 0 ? t('phone.unsent.none') : t('phone.unsent', { n: state.unsent })}</p>
          {state.awaited > 0 && <p>{t('phone.awaited', { n: state.awaited })}</p>}
          {waitsLong && <Note tone="warn">{t('phone.unsent.old')}</Note>}
          {refused > 0 && <p>{t('phone.refused', { n: refused })}</p>}
          {parted > 0 && (
            <Note tone="warn">
              <AppLink to="/field/conflicts">{t('phone.parted', { n: parted })}</AppLink>
            </Note>
          )}
          {files.length > 0 && (
            <p>
              <AppLink to="/field/rescue">{t('phone.files', { n: files.length })}</AppLink>
            </p>
          )}
          <p className="small">
            {state.lastContactAt === null
              ? t('phone.last-contact.never')
              : t('phone.last-contact', { when: instantText(state.lastContactAt) })}
          </p>
          {!isRunning && state.trouble !== null && (
            <Note tone={state.trouble === 'offline' ? 'calm' : 'red'}>{troubleText(t, state.trouble)}</Note>
          )}
        </div>
        {isRunning ? (
          <Running state={state} />
        ) : (
          <div className="form-actions">
            <Button kind="primary" onClick={() => void phone.sync.run()}>
              {t('phone.send-now')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

export const troubleText = (t: Translate, trouble: string): string => wordOr(`phone.trouble.${trouble}`, t('phone.trouble.fault'))

export function Running({ state }: { readonly state: SyncState }) {
  const { t } = useWords()
  return (
    <div className="stack" style={{ gap: 6 }} role="status">
      <Progress
        label={t(`phone.phase.${state.phase}`, { done: state.done, of: state.of })}
        done={state.done}
        of={state.of === 0 ? null : state.of}
      />
      <p className="small">{t('phone.go-on')}</p>
    </div>
  )
}
