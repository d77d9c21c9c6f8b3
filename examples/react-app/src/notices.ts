export interface Notice {
  id: number
  text: string
  done: boolean
}

export const notices: Notice[] = [
  { id: 3, text: 'Who can water the tomatoes next week?', done: false },
  { id: 2, text: 'Street party on the 14th, bring a chair', done: false },
  { id: 1, text: 'The lamp at number 7 is fixed', done: true },
]
