/* A signature is given once, and a phone is tapped by mistake: what is signed, for whom and what it proposes is said before. */
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { refusalText, useWords, wordOr } from '../../../../app/words.ts'
import type { MemberBody } from '../../domain/missions/mission.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { useWouldRefuse } from '../offline/use-would-refuse.ts'
import { Dissents } from './dissents.tsx'

export function SignDialog({ page, body }: { readonly page: ProvisionalPage; readonly body: MemberBody }) {
  const { t } = useWords()
  const { proposal, form, review } = page
  const warning = useWouldRefuse(page, { say: 'sign', body })
  const colour = proposal.result === 'red' || proposal.result === 'yellow' || proposal.result === 'green' ? proposal.result : null
  return (
    <ActDialog
      title={t('inspect.sign')}
      explain={t('inspect.sign.explain')}
      go={t('inspect.sign')}
      path={`/api/inspections/${page.inspection}/signatures`}
      data={warning === null ? { body } : null}
    >
      {warning && <Note live>{refusalText(warning.code, warning.facts)}</Note>}
      <p>
        {t('inspect.sign.for')} <b>{wordOr(`body.${body}`, body)}</b>
      </p>
      <p>
        {t('inspect.sign.what', { site: page.name, on: dateText(page.on), answered: page.answered, of: page.questions })}
        {form && (
          <span className="small">
            {' '}
            {form.form} {form.version}
          </span>
        )}
      </p>
      <p className="row tight">
        {t('inspect.proposal')}
        {t('app.colon')} {colour ? <StatusMark colour={colour} /> : '–'}{' '}
        {proposal.because.length > 0 && <span className="small">{proposal.because.join(', ')}</span>}
      </p>
      {review?.verdict === 'returned' && review.reason !== null && (
        <Note>
          <b>{t('inspect.sign.returned')}</b> {review.reason}
        </Note>
      )}
      <Dissents dissents={page.dissents} />
    </ActDialog>
  )
}
