import { writeXml, type XmlNode } from '#app/payments/pain001/write_xml'
import { decimalFromCents, sumCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** An order as its bank received it. */
export interface ReceivedOrder {
  messageId: string
  transfers: readonly { endToEndId: string; instructionId: string; amount: Cents }[]
}

export interface ToldLine {
  endToEndId: string
  instructionId: string
  amount: Cents
  /** TxSts: RJCT, or RCVC, RVMC, RVNM, RVNA. */
  status: string
  /** ISO reason. */
  reason?: string
  words?: string
}

/** A pain.002.001.10 on an order: the word on the whole, and the lines that the bank lists. */
export function writeStatus(
  order: ReceivedOrder,
  { group, lines, on, name }: { group: string; lines: readonly ToldLine[]; on: Day; name: string }
): string {
  const { messageId, transfers } = order
  return writeXml([
    'Document',
    [
      [
        'CstmrPmtStsRpt',
        [
          [
            'GrpHdr',
            [
              ['MsgId', name],
              ['CreDtTm', `${on}T08:00:00`],
            ],
          ],
          [
            'OrgnlGrpInfAndSts',
            [
              ['OrgnlMsgId', messageId],
              ['OrgnlMsgNmId', 'pain.001.001.09'],
              ['OrgnlNbOfTxs', String(transfers.length)],
              ['OrgnlCtrlSum', decimalFromCents(sumCents(transfers.map(({ amount }) => amount)))],
              ['GrpSts', group],
            ],
          ],
          lines.length === 0
            ? null
            : [
                'OrgnlPmtInfAndSts',
                [['OrgnlPmtInfId', `${messageId}-1`], ['PmtInfSts', group], ...lines.map(lineOf)],
              ],
        ],
      ],
    ],
    { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10' },
  ])
}

function lineOf({ endToEndId, instructionId, amount, status, reason, words }: ToldLine): XmlNode {
  return [
    'TxInfAndSts',
    [
      ['OrgnlInstrId', instructionId],
      ['OrgnlEndToEndId', endToEndId],
      ['TxSts', status],
      reason || words
        ? [
            'StsRsnInf',
            [reason ? ['Rsn', [['Cd', reason]]] : null, words ? ['AddtlInf', words] : null],
          ]
        : null,
      ['OrgnlTxRef', [['Amt', [['InstdAmt', decimalFromCents(amount), { Ccy: 'EUR' }]]]]],
    ],
  ]
}
