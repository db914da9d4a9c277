/** Set once with `npx sst secret set <name> <value> --stage <stage>`; a deployment without one is refused. */
const twilioAuthToken = new sst.Secret('TwilioAuthToken');
/** Still accepted on webhooks while a token is being changed; blank at other times. */
const twilioAuthTokenPrevious = new sst.Secret('TwilioAuthTokenPrevious', ' ');
/** Seals addresses; the first seals, all of them open. */
const addressKeys = new sst.Secret('AddressKeys');
/** Keys of records and suppressions are made with it: changed, everybody who opted out would be forgotten. */
const addressPepper = new sst.Secret('AddressPepper');
const linkKey = new sst.Secret('LinkKey');

/** What a function needs that meets people: the checks of the start refuse to run without any of them. */
export const serviceSecrets = [twilioAuthToken, twilioAuthTokenPrevious, addressKeys, addressPepper, linkKey];
