/*
What is wrong with a workbook, and where: sheet, row and column as a person sees them. Each code has a sentence in French and English that
says what to do (`forms.problem.<code>`). A notice does not stop a form: it says what was not read.
*/
import type { Fact } from '../../../../kernel/outcome.ts'
import type { SheetName } from './sheets.ts'

export interface Problem {
  readonly sheet: SheetName
  readonly row: number
  readonly column: string
  readonly code: string
  readonly facts: { readonly [name: string]: Fact }
}

export interface Place {
  readonly sheet: SheetName
  readonly row: number
}

/** Gathers problems while a form is read, so that one reading names them all. */
export class Findings {
  readonly problems: Problem[] = []
  readonly notices: Problem[] = []

  refuse(place: Place, column: string, found: { readonly code: string; readonly facts?: Problem['facts'] }): void {
    this.problems.push({ sheet: place.sheet, row: place.row, column, code: found.code, facts: found.facts ?? {} })
  }

  notice(place: Place, column: string, found: { readonly code: string; readonly facts?: Problem['facts'] }): void {
    this.notices.push({ sheet: place.sheet, row: place.row, column, code: found.code, facts: found.facts ?? {} })
  }
}
