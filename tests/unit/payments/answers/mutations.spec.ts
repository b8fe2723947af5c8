import { test } from '@japa/runner'
import fc from 'fast-check'
import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { readBankAnswer } from '#app/payments/answers/read_bank_answer'
import { isDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { camt } from '#tests/support/bank_files/camt'
import { cfonb } from '#tests/support/bank_files/cfonb'
import { pain002 } from '#tests/support/bank_files/pain002'

const RUNS = 5_000

const batch = {
  amount: -128_456,
  reference: 'BK1',
  pmtInfId: 'LOT-1',
  count: 2,
  details: [
    { endToEndId: 'DEC-1', amount: 123_456, name: 'ASSOCIATION' },
    { endToEndId: 'DEC-2', amount: 5_000 },
  ],
}
const comeBack = {
  amount: 5_000,
  subfamily: 'RRTN',
  details: [{ endToEndId: 'DEC-2', code: 'AC04', text: 'COMPTE CLOTURE' }],
}

const SAMPLES: readonly Buffer[] = [
  pain002({ groupStatus: 'ACSC' }),
  pain002({
    groupStatus: 'PART',
    lotStatus: 'PART',
    counts: [{ status: 'RJCT', count: 1 }],
    lines: [{ endToEndId: 'DEC-2', status: 'RJCT', code: 'AC04', amount: 5_000 }],
  }),
  pain002({
    groupStatus: 'RVCM',
    lines: [
      {
        endToEndId: 'DEC-2',
        status: 'RVMC',
        text: 'NOM EXACT',
        iban: 'FR7630006000011234567890189',
      },
    ],
  }),
  camt({ entries: [batch, comeBack] }),
  camt({ kind: '054', version: '02', entries: [batch, comeBack] }),
  cfonb({
    movements: [
      {
        amount: -123_456,
        label: 'VIR SEPA',
        information: [
          ['RCN', 'DEC-1'],
          ['NBE', 'ASSOCIATION'],
        ],
      },
      {
        amount: 5_000,
        reject: '04',
        information: [
          ['RET', 'AC04 CLOS'],
          ['MMO', 'CHF200000000004800'],
        ],
      },
    ],
  }),
]

const HOSTILE = [
  '<!DOCTYPE a>',
  '&a;',
  '&#0;',
  '<![CDATA[',
  '-->',
  '__proto__',
  '\0',
  '\uD800',
  '<Ntry>',
  '</Ntry>',
  '9'.repeat(40),
  '{',
  '\n',
]

const place = fc.double({ min: 0, max: 1, noNaN: true })

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, size: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('cut'), at: place, size: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('double'), at: place, size: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('end'), at: place, size: fc.constant(0) }),
  fc.record({ kind: fc.constant('swap'), at: place, size: fc.nat({ max: 40 }) }),
  fc.record({ kind: fc.constant('drop'), at: place, size: fc.constant(0) }),
  fc.record({ kind: fc.constant('insert'), at: place, size: fc.nat({ max: HOSTILE.length - 1 }) })
)

interface Mutation {
  kind: string
  at: number
  size: number
}

test.group('Fichiers de banque abîmés', () => {
  test('cinq mille fichiers abîmés sont lus ou refusés, jamais à moitié', ({ assert }) => {
    const seed = Number(process.env['SEED'] ?? Date.now())
    console.log(`seed ${seed}`)
    let readable = 0
    fc.assert(
      fc.property(
        fc.nat({ max: SAMPLES.length - 1 }),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (sample, mutations) => {
          const read = readBankAnswer(mutations.reduce(mutated, SAMPLES[sample]!))
          if (isRefused(read)) {
            assert.isNotEmpty(read.refused)
            assert.isTrue(
              read.refused.every(({ message, remedy }) => message !== '' && remedy !== '')
            )
          } else {
            readable += 1
            checkAnswer(read)
          }
        }
      ),
      { seed, numRuns: RUNS, endOnFailure: true }
    )
    assert.isAbove(readable, 0)
    assert.isBelow(readable, RUNS)
  })
})

function mutated(file: Buffer, { kind, at, size }: Mutation): Buffer {
  const position = Math.floor(at * file.length)
  const [before, after] = [file.subarray(0, position), file.subarray(position)]
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, flipped(after, size)])
    case 'cut':
      return Buffer.concat([before, after.subarray(size)])
    case 'double':
      return Buffer.concat([before, after.subarray(0, size), after])
    case 'insert':
      return Buffer.concat([before, Buffer.from(HOSTILE[size]!), after])
    case 'end':
      return before
    default:
      return retagged(file, at, kind === 'swap' ? size : null)
  }
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy[0] = copy[0]! ^ (1 << bit)
  return copy
}

/** One element of the file put in another’s place, or taken out; a record of 120 characters likewise. */
function retagged(file: Buffer, at: number, distance: number | null): Buffer {
  const parts = file.toString('latin1').split(/(?=<[A-Z])|(?<=\r\n)/)
  const index = Math.floor(at * parts.length)
  const [taken] = parts.splice(index, 1)
  if (distance !== null) parts.splice((index + distance) % (parts.length + 1), 0, taken ?? '')
  return Buffer.from(parts.join(''), 'latin1')
}

/** What nothing read from a bank may break, however strange the file. */
function checkAnswer(answer: BankAnswer): void {
  const movements = answer.reports.flatMap((report) => report.movements)
  const stamps = new Set(movements.map(({ fingerprint }) => fingerprint))
  if (stamps.size !== movements.length) throw new Error('two movements have one fingerprint')
  JSON.stringify(answer, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new Error(`${key}: ${value}`)
    if (Object.is(value, -0)) throw new Error(`${key}: -0`)
    if (typeof value === 'string' && !(value.isWellFormed() && value.length < 600)) {
      throw new Error(`${key}: unfit text`)
    }
    if (typeof value === 'string' && /\p{Cc}/u.test(value)) throw new Error(`${key}: control sign`)
    if (/[dD]ay$/.test(key) && value !== null && !isDay(String(value))) throw new Error(key)
    return value
  })
}
