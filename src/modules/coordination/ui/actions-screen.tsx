/* Actions of committees, overdue first: all of them, or those that the own body owes; a seat reports here, with the paper that shows it. */
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'
import { ActionStatus, type Actions } from '../contract.ts'
import { ActionTable } from './action-table.tsx'

export const AllActionsScreen = () => <ActionsScreen path="/api/coordination/actions" isMine={false} />
export const MyActionsScreen = () => <ActionsScreen path="/api/coordination/my-actions" isMine />

function ActionsScreen({ path, isMine }: { readonly path: string; readonly isMine: boolean }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<Actions>(`${path}${askedOf(url)}`)
  const { status = '', at = '' } = url
  const any = { value: '', label: t('actions.any') }
  return (
    <Page title={t(isMine ? 'actions.mine' : 'actions.title')} under={t('actions.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <div className="toolbar">
            <SelectField
              label={t('actions.status')}
              value={status}
              options={[any, ...ActionStatus.options.map((value) => ({ value: String(value), label: t(`action.status.${value}`) }))]}
              onValue={(to) => change({ status: to, page: '' })}
            />
            <SelectField
              label={t('actions.where')}
              value={at}
              options={[
                any,
                { value: 'CPS', label: t('committee.level.CPS') },
                { value: 'CTS', label: t('committee.level.CTS') },
                { value: 'ministry', label: t('actions.at.ministry') },
              ]}
              onValue={(to) => change({ at: to, page: '' })}
            />
          </div>
          <ActionTable rows={data.actions} keeps={data.keeps} rules={data.rules} again={again} />
          <Pages data={data} go={(page) => change({ page: page === 1 ? '' : String(page) })} />
        </Panel>
      )}
    </Page>
  )
}
/** What the address asks for, asked of the server: it cuts the list into pages. */
function askedOf(url: { readonly [key: string]: string | undefined }): string {
  const asked = new URLSearchParams()
  for (const key of ['status', 'at', 'page']) {
    const value = url[key]
    if (value !== undefined && value !== '') asked.set(key, value)
  }
  return asked.size === 0 ? '' : `?${asked}`
}
function Pages({ data, go }: { readonly data: Actions; readonly go: (page: number) => void }) {
  const { t } = useWords()
  const { total, page, perPage, actions } = data
  if (total <= perPage && page === 1) return null
  const from = actions.length === 0 ? 0 : (page - 1) * perPage + 1
  return (
    <div className="toolbar">
      <span className="small" role="status">
        {t('actions.shown-of', { from, to: actions.length === 0 ? 0 : from + actions.length - 1, total })}
      </span>
      {page > 1 && <Button onClick={() => go(page - 1)}>{t('actions.before')}</Button>}
      {page * perPage < total && <Button onClick={() => go(page + 1)}>{t('actions.after')}</Button>}
    </div>
  )
}
