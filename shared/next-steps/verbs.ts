/** Words that next steps begin with. Not a grammar: it only saves a good step from a needless hint. */
export const verbs: ReadonlySet<string> = new Set(
  `accompany add address adjust advise agree allocate answer apply arrange ask assess assist attend attempt begin book
  bring build buy call cancel carry change chase check choose clarify clean clear close collect come compare complete
  confirm connect consider consult contact continue convene cook copy cover create decide deliver describe design develop
  discharge discuss do draft draw drive edit email encourage end enrol ensure establish explain explore file fill find
  finish fit fix follow gather get give go hand hear help hold identify include inform install introduce invite involve
  join keep lead learn leave let liaise list listen look make map match measure mediate meet monitor move name notify observe
  obtain offer open order organise pack pass pay phone pick plan prepare present print progress provide pursue put raise
  reach read rebook record recruit reduce refer register rehearse remind remove renew repair repeat replace reply report
  request rerun research reset resolve respond return review rewrite ring run schedule secure see seek send set share
  show sign sit speak specify start stay stop submit support take talk teach tell test text think track train translate
  transfer try understand update upload use visit walk watch wear welcome work write`.split(/\s+/),
);
