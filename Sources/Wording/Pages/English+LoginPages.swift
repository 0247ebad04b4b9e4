extension English {
  package func page(_ label: LoginLabel) -> String {
    switch label {
    case .loginIntro: "Officials log in with their login and password."
    case .login: "Login"
    case .password: "Password"
    case .logIn: "Log in"
    case .byCode: "With an access slip"
    case .byCodeIntro: "Judges and contacts of studios come in with the code on their slip, or scan its QR code."
    case .code: "Code"
    case .codeHint: "26 signs; letter case, blanks and hyphens do not matter. A code works once."
    case .enter: "Enter"
    case .enterTitle: "Enter with your slip"
    case .enterIntro:
      "“Enter” uses the code up; this device then stays logged in for 30 days. Do it on the phone, tablet or computer that you will work on."
    case .alreadyIn: "This device is logged in with the following account, which the new one replaces:"
    case .leaveText:
      "A slip works once. To come back after logging out you need another slip from the bureau; what is saved or signed stays."
    case .leaveSure: "Log out all the same"
    case .leaveStay: "Stay"
    case .passwordTitle: "Password"
    case .passwordIntro: "A new password ends the logins on other devices."
    case .old: "Present password"
    case .new: "New password"
    case .again: "New password once more"
    case .setPassword: "Save the password"
    case .passwordChanged: "The password is saved; logins on other devices have ended."
    case .changePassword: "Password"
    case .logins: "Browsers in which this account came in"
    case .loginsHint:
      "Each with the last time. If one of them was not you, set a new password at once, and tell the bureau."
    case .actingTitle: "Acting for others"
    case .actingIntro: "A deputy may act for somebody else; the journal names both."
    case .actingNone: "There is nobody to act for today. Approvers appoint deputies."
    case .actAs: "Act for them"
    case .actAsSelf: "Act for yourself"
    case .until: "until"
    case .own: "yourself"
    case .accessTitle: "Accounts and access"
    case .accessIntro:
      "A code is shown once, on the page that issues it; only its digest is kept. Issuing and taking back go into the journal."
    case .slipAccounts: "Judges and contacts"
    case .slipAccountsIntro:
      "Tick accounts and print their slips. A new code replaces an unused one of the same account."
    case .passwordAccounts: "Officials"
    case .passwordAccountsIntro:
      "A slip is for the first login or a forgotten password: coming in with it ends the old password and logins."
    case .role: "Role"
    case .place: "Studio, round"
    case .codeState: "Code"
    case .passwordState: "Password"
    case .entered: "Last entered"
    case .seen: "Last in use"
    case .choose: "Choose"
    case .validUntil: "Valid until"
    case .issue: "Print slips for the chosen accounts"
    case .endsDevices: "End these accounts' logins on the devices so far. Leave it out for a slip for one device more."
    case .revoke: "Take back"
    case .noAccounts: "There are no such accounts yet. An approver opens accounts."
    case .revokeHint:
      "“Take back” ends the account's logins at once, with its code and password: when a phone is lost, say."
    case .passwordIsSet: "set"
    case .passwordIsNotSet: "not set"
    case .deputies: "Deputies"
    case .deputyOf: "For"
    case .deputy: "Deputy"
    case .noDeputies: "No deputies have been appointed."
    case .slipsTitle: "Access slips"
    case .slipTitle: "Access slip"
    case .slipHow:
      "Scan the QR code, or open the address and type the code, and press “Enter”. It works once; the device then stays logged in for 30 days. Do not pass it on."
    case .slipHowPassword:
      "Scan the QR code, or open the address and type the code, press “Enter”, and set a password. It works once. Do not pass it on."
    case .slipAddress: "Address"
    case .slipBack: "Back to accounts and access"
    }
  }

  package func notice(_ notice: LoginNotice) -> String {
    switch notice {
    case .nothingTyped: "Type a login and password, or a code."
    case .wrong:
      "The login or the password is not right. After several failures even the right one is refused for a while, 15 minutes at most."
    case .wrongCode:
      "This code does not work: mistyped, used, past its time, or replaced by a newer slip. Check it, or ask the bureau for another."
    case .wait(let minutes): "Too many logins from here have failed. Try again in \(minutes) min."
    case .busy: "Too many people are logging in at the moment. Try again shortly."
    case .slow: "The form took too long to arrive. Nothing was recorded; check the network and send it again."
    case .passwordRule(let least):
      "At least \(least) characters of any kind. A sentence that only you know is easier to remember and harder to guess than signs."
    case .wrongOld: "The present password is not right. After several failures a while has to pass, 15 minutes at most."
    case .tooShort(let least): "The new password is too short: at least \(least) characters."
    case .tooLong(let most): "The new password is too long: at most \(most) bytes."
    case .tooEasy:
      "The new password is too easy to guess: it contains the login, has fewer than five different characters, or is a run of digits or letters."
    case .notTheSame: "The two new passwords differ."
    case .noDeputy: "You cannot act for that account today."
    case .codeNone: "none"
    case .codeOut(let until): "issued, valid until \(until)"
    case .codeUsed(let moment): "used \(moment)"
    case .codeOver(let day): "past its time since \(day), not used"
    case .allJudges(let round, let count): "Print slips for all judges of round \(round) (\(count))"
    case .badUntil: "Give the last day, such as 2026-03-31."
    case .noneChosen: "Tick at least one account."
    case .slipsOnce(let count):
      "Slips: \(count). The codes are shown this once: print them now, cut them, hand them over in person."
    case .slipUntil(let day): "Valid until \(day)"
    case .entered(let moment, let isHere): moment + (isHere ? ", this browser" : ", another browser")
    }
  }
}
