import { writeXml, type XmlNode } from '#app/payments/pain001/write_xml'
import { decimalFromCents, sumCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** A line of the account, signed: a credit is positive. */
export interface AccountLine {
  on: Day
  amount: Cents
  /** AcctSvcrRef. */
  reference: string
  /** MsgId of the order that a batch debit pays. */
  orderId?: string
  transfers?: readonly { endToEndId: string; amount: Cents; reason?: string; words?: string }[]
  returned?: boolean
  label?: string
  counterparty?: string
  currency?: string
}

/** A camt.053.001.08 of one account, whose balances follow its lines. */
export function writeAccount({
  name,
  iban,
  on,
  opening,
  lines,
}: {
  name: string
  iban: string
  on: Day
  opening: Cents
  lines: readonly AccountLine[]
}): string {
  const closing = opening + sumCents(lines.map(({ amount }) => amount))
  return writeXml([
    'Document',
    [
      [
        'BkToCstmrStmt',
        [
          header(name, on),
          [
            'Stmt',
            [
              ['Id', name],
              ['CreDtTm', `${on}T06:00:00`],
              [
                'Acct',
                [
                  ['Id', [['IBAN', iban]]],
                  ['Ccy', 'EUR'],
                ],
              ],
              balance('OPBD', opening, on),
              balance('CLBD', closing, on),
              ...lines.map(entry),
            ],
          ],
        ],
      ],
    ],
    { xmlns: 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08' },
  ])
}

function header(name: string, on: Day): XmlNode {
  return [
    'GrpHdr',
    [
      ['MsgId', name],
      ['CreDtTm', `${on}T06:00:00`],
    ],
  ]
}

function balance(code: string, amount: Cents, on: Day): XmlNode {
  return [
    'Bal',
    [['Tp', [['CdOrPrtry', [['Cd', code]]]]], ...money(amount, 'EUR'), ['Dt', [['Dt', on]]]],
  ]
}

function money(amount: Cents, currency: string): XmlNode[] {
  return [
    ['Amt', decimalFromCents(Math.abs(amount)), { Ccy: currency }],
    ['CdtDbtInd', amount < 0 ? 'DBIT' : 'CRDT'],
  ]
}

function entry(line: AccountLine): XmlNode {
  const { on, amount, reference, orderId, transfers = [], returned = false, label } = line
  const currency = line.currency ?? 'EUR'
  const family = returned ? 'RRTN' : 'ESCT'
  return [
    'Ntry',
    [
      ...money(amount, currency),
      ['Sts', [['Cd', 'BOOK']]],
      ['BookgDt', [['Dt', on]]],
      ['ValDt', [['Dt', on]]],
      ['AcctSvcrRef', reference],
      [
        'BkTxCd',
        [
          [
            'Domn',
            [
              ['Cd', 'PMNT'],
              [
                'Fmly',
                [
                  ['Cd', 'ICDT'],
                  ['SubFmlyCd', family],
                ],
              ],
            ],
          ],
        ],
      ],
      [
        'NtryDtls',
        [
          orderId
            ? [
                'Btch',
                [
                  ['MsgId', orderId],
                  ['PmtInfId', `${orderId}-1`],
                ],
              ]
            : null,
          ...(transfers.length === 0 && (label || line.counterparty)
            ? [detail({ ...line, currency })]
            : transfers.map((one) => detailOf(one, line, currency))),
        ],
      ],
    ],
  ]
}

function detailOf(
  { endToEndId, amount, reason, words }: NonNullable<AccountLine['transfers']>[number],
  line: AccountLine,
  currency: string
): XmlNode {
  const sign = line.amount < 0 ? -1 : 1
  return [
    'TxDtls',
    [
      ['Refs', [['EndToEndId', endToEndId]]],
      ...money(sign * amount, currency),
      reason || words
        ? [
            'RtrInf',
            [reason ? ['Rsn', [['Cd', reason]]] : null, words ? ['AddtlInf', words] : null],
          ]
        : null,
    ],
  ]
}

/** What is not a transfer of ours: its wording, and who is at the other end. */
function detail({ amount, label, counterparty, currency }: AccountLine): XmlNode {
  const role = amount < 0 ? 'Cdtr' : 'Dbtr'
  return [
    'TxDtls',
    [
      ['Refs', [['EndToEndId', 'NOTPROVIDED']]],
      ...money(amount, currency ?? 'EUR'),
      counterparty ? ['RltdPties', [[role, [['Pty', [['Nm', counterparty]]]]]]] : null,
      label ? ['RmtInf', [['Ustrd', label]]] : null,
    ],
  ]
}
