import { alertEmail, isProduction, monthlyDollars } from './stage';

/** AWS's own bill; Twilio has its own trigger, set in its console. One per account, so production has it. */
if (isProduction)
  new aws.budgets.Budget('MonthlyBudget', {
    budgetType: 'COST',
    limitAmount: monthlyDollars,
    limitUnit: 'USD',
    timeUnit: 'MONTHLY',
    notifications: [
      { comparisonOperator: 'GREATER_THAN', threshold: 80, thresholdType: 'PERCENTAGE', notificationType: 'ACTUAL', subscriberEmailAddresses: [alertEmail] },
      { comparisonOperator: 'GREATER_THAN', threshold: 100, thresholdType: 'PERCENTAGE', notificationType: 'FORECASTED', subscriberEmailAddresses: [alertEmail] },
    ],
  });
