import { readFileSync } from 'node:fs'
import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'

/** The terms of the conventions that the product ships, read from their files. */
export const SHIPPED = ['AMF-2021', 'MIN-2023', 'FIC-2026'].map((code, index) => {
  const path = new URL(`../../../resources/conventions/${code}.json`, import.meta.url)
  return terms(index + 1, JSON.parse(readFileSync(path, 'utf8')))
})

interface ConventionFile extends Omit<ConventionTerms, 'id' | 'validity' | 'schedules'> {
  startsOn: string
  endsOn: string | null
  ceilingCents: number | null
  feeSchedules: { label: string; from: string; to: string | null; fees: FeeOfFile[] }[]
}

interface FeeOfFile extends Pick<
  FeeTerms,
  'label' | 'unit' | 'cap' | 'outcomes' | 'beneficiaries'
> {
  service: string
  amountCents: number
}

function terms(id: number, file: ConventionFile): ConventionTerms {
  return {
    ...file,
    id,
    validity: { from: file.startsOn, to: file.endsOn },
    ceilingPerSaisine: file.ceilingCents,
    schedules: file.feeSchedules.map(({ label, from, to, fees }, i) => ({
      id: id * 10 + i,
      label,
      validity: { from, to },
      fees: fees.map((fee, rank) => ({
        ...fee,
        id: id * 1000 + i * 100 + rank,
        serviceCode: fee.service,
        amount: fee.amountCents,
        position: rank + 1,
      })),
    })),
  }
}
