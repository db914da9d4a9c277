/** Times, dates, ages, prices, counts and telephone numbers; never an answer (X9). */
const otherNumbers = [
  /\b(?:at|house|the|bus|live at|a) number \d+\b|\bnumber \d+ (?:bus|jerseys?|seed|one)\b/g,
  /\b(?:kids|children|grandchildren|twins|boys|girls|they|theyre|who) (?:are |is )?(?:\d|one|two|three|four|five)(?: and (?:\d|one|two|three|four|five))?\b/g,
  /\b(?:turned|turns|turning|house number|flat|just) (?:number )?\d\b(?! (?:for|because|today|i|now))/g,
  /\b\d{1,2}[:.]\d\d\s?(?:am|pm)?\b/g,
  /\b\d{1,2}\s?(?:am|pm|oclock|h|ish (?:am|pm))\b/g,
  /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/g,
  /\b\d{1,3}(?:st|nd|rd|th)\b/g,
  /\+?\d[\d ()-]{6,}\d/g,
  /[$£€]\s?\d+(?:\.\d\d)?|\b\d+(?:\.\d+)?\s?(?:%|quid|dollars|bucks|euros?|percent|kg|kilos?|lbs?|miles|km|ml|mg)/g,
  /\b(?:im|i am|hes|shes|theyre|is|are|turned|turns|aged?|turning)\s+(?:[6-9]|\d\d)\b/g,
  /\b\d{3,}\b/g,
  /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]?(?:one|two|three|four|five|six|seven|eight|nine)\b/g,
  /\b(?:no ?one|(?:the|this|that|another|someone|each|which|every|any|loved|right|good|bad|big|small|new|old|first|a hard|a tough) one|one (?:of|more|day|thing|who|that|minute|another))\b/g,
  /\b(?:half|quarter) (?:past |to )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b/g,
  /\b(?:note|day|week|step|chapter|part|room|class|grade|size|channel|bus|route|platform|flat|number \d+ on|no\.?|year|ep|romans|psalm|john|verse|gate|episode|season|level|pm|am|plot|floor|unit|item|page|dd|ds)\s?#?\d{1,2}\b/g,
  /\b(?:at|since|until|till|by|around|before|after|from)\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?=\s*(?:$|[.,!?]|tonight|today|tomorrow|yesterday|this|in the|every|and|so|because|for|on|with|i |he |she |they |we |but|then|when|to |until))/g,
];

/** The text with every number that cannot be an answer taken out. */
export const maskOtherNumbers = (low: string): string => otherNumbers.reduce((left, pattern) => left.replace(pattern, ' ~ '), low);

const counted =
  /^\s*(?:more|kids?|child(?:ren)?|days?|weeks?|months?|years?|hours?|hrs?|min(?:ute)?s?|secs?|seconds?|times?|texts?|messages?|calls?|people|friends|mates|things|dogs?|cats?|of (?:us|them|my|the|our|those|these)|nights?|sons?|daughters?|sisters?|brothers?|yrs?|yo\b|boys|girls|beers?|drinks?|pints?|jobs?|cups?|coffees?|teas?|pages?|notes?|questions?|words?|person|day|steps?|forward|back|episodes?|bags?|bits?|rooms?|beds?|goals?|pounds?|stone|inches|feet|foot|dias?|horas?|semanas?|hijos|tickets?|shifts?|meetings?|missed|phone|cars?|bottles?|glasses|slices?|chips?|hands?|eyes?|other|different|whole|big|small|little|new|old|straight|long|hour|week|month|year|minute|mile|bed(?:room)?|jumpers?|loads|o\b|a m\b|p m\b|in the (?:morning|afternoon|evening)|on (?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day)?\b|for \d|guests?|letters?|parcels?|eggs?|biscuits?|pills?|tablets?|fish|kisses)/;

/** What follows counts, dates or times the number. */
export const isCountedAfter = (after: string): boolean => counted.test(after);

const otherDay =
  /(?:\b(?:was (?:\w+ )?(?:to )?(?:say|put|go|give)|(?:wanted|want|tempted|fixin|fixing) to (?:say|put)|wis|not up to|yesterday|last (?:week|time|night|month)|was|were|been|wouldve|would have|would be|could have|couldve|mightve|nearly|almost (?:put|said)|set to say|have said|of said|told you|not|isnt|wasnt|never|from|instead of|rather than|usually|normally|used to be|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at breakfast|at lunch|earlier|expected|hope|wish|another|previous|prior|readings?|a step|only the|no better than)(?: (?:i|it|was|i said|said|(?:going to|gonna) (?:say|put|go)|say|put|have|a|an|at|to|about|in|like|me|be|that|as a|is|were|more|the usual|mostly))*)\s*["']?$/;

/** The number belongs to another day, or to what is not so. */
export const isAsideBefore = (before: string): boolean => otherDay.test(tail(before));

const strong =
  /(?:\b(?:call(?:ing)? (?:it|myself|today|that|the day)|put(?:ting)?(?: me)? down(?: for| as)?|puts me|down (?:for|as)|going with|go(?:ing|nna)? (?:to )?(?:go|with|put|say|for)|gonna (?:put|say|go|go with)|going to (?:put|say|go with|go for)|ill go|ill say|ill put|id go|id say|id put|id give it|should say|would say|let ?s say|let us say|lets go(?: with)?|say its|say|ill give (?:it|you|myself)|give (?:it|myself|you|the day)|giving (?:it|the day)|givin the day|make (?:it|that)|making it|upping it(?: to)?|bump(?:ed|ing) it(?: up)? to|up to|down to|settle (?:on|for)|sticking (?:with|at)|stick (?:with|at|to)|ill put|log (?:this|it|today) as|rat(?:e|ing) (?:it|myself|today)|my (?:answer|number|score|mood) is|you want is|total gives|reading|im at|now|right now|rn|tonight|today|today is|today its|todays|so|honestly|answer|number|score|mood|rating|as is)(?: (?:a|an|at|about|like|on|around|the|my|is|im|it|its|was|by one and say|only|just|say|two|maybe|probably|roughly|with|solid|firm|for|put|i))*)[:,?]*\s*["'(]?$/;
const weak =
  /(?:^|[.!?,;:\n(…-]|\b(?:a|an|its|it is|im|i am|feeling|feel|probably|prob|maybe|about|like|around|roughly|approx|approximately|still|only|just|solid|strong|weak|big fat|definite|definitely|defo|actually|hmm|um|uh|well|ok|yeah|yes|closer to|nearer|more like|hovering (?:at|around)|sitting (?:at|on)|scrape|barely|at a push|good|decent|full|absolute|your|present|whole|think is|think its|becomes|total|low|high|firm|cautious|generous|grudging|tentative|shaky|wobbly|steady|sorry|estoy|soy|un|hoy|como|diria|es|en|no|hi|hello|thanks|then|but|lol|aye|and))\s*["'(]?$/;
const after =
  /^\s*(?:$|[.!?,;:)\n"'…-]|\p{Extended_Pictographic}|(?:i|id|or thereabouts|everything|nothing|today|for (?:me|now|today|once)|because|bc|cos|cuz|coz|but|and|maybe|probably|at (?:best|most|a push|the moment)|right now|now|tbh|honestly|lol|thanks|thank you|ta|tnx|pls|please|he|she|they|hes|shes|on (?:your|the) scale|this|its|though|tho|tonight|again|still|feeling|not|since|im|ish|haha|so|rn|really|sorry|if|hoy|porque|creo|mas|por|ok|just|guess|idk|sadly|unfortunately|love|dear|mate|babe|hun|bud|pal|x+|afraid|regret|reckon|suppose|about|is|was|as|work|slept|then|we|my|our|first|all|after|you|no|only|lovely|chef|boss)\b)/u;

/** The words before name it as the answer, or may and nothing follows that it counts. */
export const isAnswerBefore = (before: string): boolean => strong.test(tail(before)) && !isAsideBefore(before);
export const mayBeAnswer = (before: string, behind: string): boolean => weak.test(tail(before)) && after.test(behind);

/** The number stands alone between two stops. */
export const standsAlone = (before: string, behind: string): boolean =>
  /(?:^|[.!?\n])\s*["(]?$/.test(before) && /^["')]?\s*(?:$|[.!\n])/.test(behind);

/** It opens the message, and no plural that it counts comes after it. */
export const opensMessage = (before: string, behind: string): boolean =>
  before.trim() === '' && !/^[\s-]*(?!gracias|thanks|yes|as|was|is|this|hes|shes|its|us|always)[a-z]+s\b/.test(behind);

const tail = (before: string): string => before.slice(-48);
