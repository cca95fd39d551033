/* Who signs: each member body once, the head among them, a service of the State and civil society; the others may
add theirs until the form goes to review. */
import { useCommand } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { refusalText, useWords, wordOr } from '../../../../app/words.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { NotSent } from '../offline/provisional-note.tsx'
import { useWouldRefuse } from '../offline/use-would-refuse.ts'
import { absentSignatures } from './absent-signatures.ts'
import { SignDialog } from './sign-dialog.tsx'
import { WhenText } from './when-text.tsx'

export function Signatures({
  page,
  unsent,
  voices,
}: {
  readonly page: ProvisionalPage
  readonly unsent: number
  readonly voices: readonly string[]
}) {
  const { t } = useWords()
  const may = voices.length > 0
  const open = page.phase === 'draft' || page.phase === 'returned'
  const teamSigned = page.phase === 'team-signed'
  const incomplete = page.proposal.result === 'incomplete'
  const absent = absentSignatures(page)
  const named = (bodies: readonly string[]) => bodies.map((body) => wordOr(`body.${body}`, body)).join(', ')
  return (
    <Panel title={t('inspect.signatures')}>
      <div className="stack">
        {open && may && unsent > 0 && <Note>{t(fieldHand() === null ? 'inspect.sign.unsent' : 'offline.sign.unsent')}</Note>}
        {open && may && unsent === 0 && incomplete && (
          <Note>
            {t('inspect.sign.incomplete')} {page.proposal.because.join(', ')}
          </Note>
        )}
        <ul className="plain-list stack" style={{ gap: 8 }}>
          {page.members.map((member, at) => {
            const signature = page.signatures.find((one) => one.body === member.body)
            const mine = voices.includes(member.body)
            return (
              <li key={at} className="row tight" style={{ minHeight: 44 }}>
                <span className="grow">
                  <b>{wordOr(`body.${member.body}`, member.body)}</b>{' '}
                  <span className="small">{t(member.head ? 'missions.head' : `missions.attendance.${member.attendance}`)}</span>
                </span>
                {signature ? (
                  <span>
                    ✓ {t('inspect.signed')} <WhenText at={signature.signedAt} received={signature.recordedAt} />{' '}
                    <NotSent when={page.provisional?.signatures.some((one) => one.body === member.body)} />
                  </span>
                ) : member.attendance === 'observer' ? (
                  <span className="ink-3">{t('inspect.observer')}</span>
                ) : (open || teamSigned) && mine ? (
                  open && (unsent > 0 || incomplete) ? (
                    <Button disabled>{t('inspect.sign')}</Button>
                  ) : (
                    <SignDialog page={page} body={member.body} />
                  )
                ) : (
                  <span className="ink-3">{t('inspect.not-signed')}</span>
                )}
              </li>
            )
          })}
        </ul>
        {teamSigned && absent.required.length > 0 && <Note>{t('inspect.required-missing', { members: named(absent.required) })}</Note>}
        {teamSigned && absent.optional.length > 0 && (
          <Note tone="calm">{t('inspect.may-still-sign', { members: named(absent.optional) })}</Note>
        )}
        {teamSigned && may && <Submit page={page} />}
        {page.phase === 'submitted' && <Note tone="calm">{t(page.provisional?.phase ? 'offline.submitted' : 'inspect.waits-review')}</Note>}
        {page.phase === 'accepted' && page.orders.length === 0 && <Note tone="calm">{t('inspect.waits-order')}</Note>}
        <Source>{t('inspect.sign.rule')}</Source>
      </div>
    </Panel>
  )
}

const SUBMIT = { say: 'submit' } as const
function Submit({ page }: { readonly page: ProvisionalPage }) {
  const { t } = useWords()
  const { send, sending, error } = useCommand(`/api/inspections/${page.inspection}/submission`)
  const warning = useWouldRefuse(page, SUBMIT)
  return (
    <>
      {absentSignatures(page).required.length === 0 && <Note tone="good">{t('inspect.team-signed')}</Note>}
      {error && <ErrorState error={error} />}
      {warning && <Note>{refusalText(warning.code, warning.facts)}</Note>}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={warning !== null} onClick={() => void send({}).catch(() => null)}>
          {t('inspect.submit')}
        </Button>
      </div>
    </>
  )
}
