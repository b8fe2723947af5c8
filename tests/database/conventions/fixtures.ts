import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import User from '#app/accounts/user'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { importConvention } from '#app/conventions/file/import_convention'
import type { NewFee, NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { row, rows } from '#app/shared/rows'
import { isRefused } from '#app/shared/result'

export const MONDAY = new Date('2026-11-02T08:00:00Z')

export function done<T extends object>(result: T): Exclude<T, { refused: unknown }> {
  if (isRefused(result)) throw new Error(JSON.stringify(result.refused))
  return result as Exclude<T, { refused: unknown }>
}

export function messages(result: object): string[] {
  return isRefused(result) ? result.refused.map(({ message }) => message) : []
}

let people = 0

export function coordinator(): Promise<User> {
  const email = `coordination.${++people}@exemple.test`
  return User.create({ email, fullName: 'Personne fictive', role: 'coordinator' })
}

/** A demonstration convention, to be changed by the test. */
export async function file(code: 'AMF-2021' | 'MIN-2023' | 'FIC-2026'): Promise<ConventionFile> {
  const path = app.makePath('resources/conventions', `${code}.json`)
  return JSON.parse(await readFile(path, 'utf8')) as ConventionFile
}

/** The invented convention, without the barèmes of its file. */
export async function bareConvention(actor: User): Promise<number> {
  const stated = { ...(await file('FIC-2026')), feeSchedules: [] }
  return done(await importConvention(actor, stated, MONDAY)).conventionId
}

export function interview(amount: number): NewFee {
  return {
    serviceCode: 'entretien_psychologique',
    label: 'Entretien psychologique',
    unit: 'per_act',
    amount,
    cap: 8,
    outcomes: ['prise_en_charge'],
    beneficiaries: null,
  }
}

export function schedule(from: string, to: string | null, amount: number): NewFeeSchedule {
  return { label: `Barème à ${amount} centimes`, validity: { from, to }, fees: [interview(amount)] }
}

/** Barèmes of a convention as "from → to: cents", the live ones first marked by no sign, superseded by ✗. */
export async function published(conventionId: number): Promise<string[]> {
  const found = await rows<{ text: string }>(
    `SELECT concat(CASE WHEN superseded_at IS NOT NULL THEN '✗ ' END, starts_on, ' → ',
       coalesce(ends_on::text, '…'), ' : ', (SELECT amount_cents FROM fees WHERE fee_schedule_id = s.id)) AS text
     FROM fee_schedules s WHERE convention_id = ?
     ORDER BY superseded_at IS NOT NULL, starts_on, id`,
    [conventionId]
  )
  return found.map(({ text }) => text)
}

const TABLES = [
  'funders',
  'conventions',
  'account_mappings',
  'amendments',
  'reallocation_authorities',
  'fee_schedules',
  'fees',
  'envelopes',
  'funder_receipts',
  'events',
]

/** How many rows the conventions hold: a refusal must leave them all as they were. */
export async function counts(): Promise<number[]> {
  const sums = TABLES.map((table) => `(SELECT count(*) FROM ${table})`)
  const found = await row<{ counts: number[] }>(`SELECT json_build_array(${sums}) AS counts`)
  return found!.counts
}
