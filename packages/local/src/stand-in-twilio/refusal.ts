/** An error as Twilio's API writes it. */
export interface Refusal {
  httpStatus: 400 | 401 | 404 | 409 | 429 | 500 | 503;
  code: number;
  message: string;
}

/** A refusal of a request that is wrong in itself. */
export const wrong = (code: number, message: string): Refusal => ({ httpStatus: 400, code, message });

export const asError = ({ httpStatus, code, message }: Refusal) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status: httpStatus,
});
