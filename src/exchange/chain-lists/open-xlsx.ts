/* A workbook, read as a stream: see below. */
import { type Outcome, refused } from '../../kernel/outcome.ts'
import type { OpenedList } from './open-rows.ts'

export const openXlsx = (_path: string): Promise<Outcome<OpenedList>> => Promise.resolve(refused('chain-list-old-workbook'))
