import { agentBic } from '#app/payments/pain001/agent_bic'
import type { Pain001File } from '#app/payments/pain001/open_pain001'
import { findElement, findText, type XmlElement } from '#app/payments/read_xml'
import { LOT } from '#app/payments/rules/rule'

/** A party of the file with its account and its bank, each null when the file leaves it out. */
export interface Party {
  where: string
  party: XmlElement | null
  iban: string | null
  bank: XmlElement | null
  bic: string | null
}

export function debtorOf({ lot }: Pain001File): Party {
  return partyOf(lot, LOT, 'Dbtr')
}

export function creditorsOf({ transfers }: Pain001File): Party[] {
  return transfers.map(({ element, where }) => partyOf(element, where, 'Cdtr'))
}

export function partiesOf(file: Pain001File): Party[] {
  return [debtorOf(file), ...creditorsOf(file)]
}

function partyOf(from: XmlElement, where: string, role: 'Dbtr' | 'Cdtr'): Party {
  return {
    where,
    party: findElement(from, role),
    iban: findText(from, `${role}Acct/Id/IBAN`),
    bank: findElement(from, `${role}Agt/FinInstnId`),
    bic: agentBic(from, `${role}Agt`),
  }
}
